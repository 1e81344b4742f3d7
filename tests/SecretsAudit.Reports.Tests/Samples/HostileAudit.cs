using SecretsAudit.Model;

namespace SecretsAudit.Reports.Tests.Samples;

/// <summary>An audit whose every foreign text tries to be something else: markup, script, a template, a formula, a link, a mention.</summary>
internal static class HostileAudit
{
    /// <summary>What an attacker who may create or tag a secret could write.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "<script>window.pwned=1</script>",
        "</script><script>window.pwned=1</script>",
        "</style><img src=x onerror=\"window.pwned=1\">",
        "\" onmouseover=\"window.pwned=1\" x=\"",
        "' autofocus onfocus='window.pwned=1",
        "{{#each findings}}{{{script}}}{{/each}} {{script}}",
        "prod/\u202Edrowssap\u202C/db",
        "a\u0000b\u0007c\u001B[31mred\u001B[0m",
        "=HYPERLINK(\"https://example.invalid/?\"&A1,\"open\")",
        "[open](javascript:window.pwned=1) ![x](https://example.invalid/x.png) `code` **bold**",
        "| a | b |\n| --- | --- |\n# heading @everyone",
        "../../../etc/passwd?x=1#y%2e%2e",
        "\uD800 lone surrogate \uFFFE",
        "<!-- --><svg onload=window.pwned=1>",
        "javascript:window.pwned=1",
    ];

    public static AuditResult Result { get; } = Build();

    private static AuditResult Build()
    {
        var findings = Texts.SelectMany((text, i) => new[]
        {
            Finding(text, i, new FindingSubject.Resource($"arn:aws:secretsmanager:eu-west-1:111122223333:secret:{text}", text, "AWS::SecretsManager::Secret", new Scope("111122223333", "eu-west-1"), text)),
            Finding(text, i, new FindingSubject.Code(text, 3, 1, 3, 9)),
        }).ToList();
        return SampleAudit.Incomplete with
        {
            Source = string.Join(' ', Texts),
            Rules = [.. SampleRules.All.Select((rule, i) => rule with
            {
                Title = Texts[i], Description = Texts[i + 3], Remediation = Texts[i + 5], HelpUri = new Uri("javascript:window.pwned=1"),
                Controls = new Dictionary<string, IReadOnlyList<string>> { [Texts[i]] = [Texts[i + 1]] },
            })],
            Findings = findings,
            Gaps = [.. Texts.Select(text => new Gap { Operation = text, Subject = text, Reason = text, Remedy = text, Kind = GapKind.Failed, Scope = new Scope("111122223333", "eu-west-1") })],
            NotEvaluated = [.. findings.Select(finding => finding.Subject).OfType<FindingSubject.Resource>().Select((subject, i) => new UnevaluatedRule("SAUD1003", subject, Texts[i % Texts.Count]))],
        };
    }

    private static Finding Finding(string text, int i, FindingSubject subject) => new()
    {
        Fingerprint = FindingFingerprint.Compute("SAUD1003", subject.Identity, $"{i}"), RuleId = "SAUD1003", RuleName = "rotation-overdue", Title = text, Severity = (Severity)(i % 5),
        Message = text, Subject = subject, Evidence = [new Evidence(text, text, text)], Remediation = text, State = i % 3 == 0 ? FindingState.Waived : FindingState.Open,
        Waiver = i % 3 == 0 ? new Waiver { Rule = text, Subject = text, Owner = text, Approver = text, Reason = text, Expires = SampleAudit.AsOf.AddDays(9) } : null,
    };
}
