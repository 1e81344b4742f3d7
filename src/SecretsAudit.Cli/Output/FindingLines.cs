using SecretsAudit.Model;

namespace SecretsAudit.Cli.Output;

/// <summary>A result as lines, one a finding, in the form that editors and terminals jump to. What a commit hook shows.</summary>
internal static class FindingLines
{
    /// <summary>Writes the findings to stdout, and what they come to to stderr.</summary>
    public static async Task WriteAsync(AuditResult result, Terminal terminal, Talk talk, CancellationToken cancellationToken)
    {
        var output = new StreamWriter(terminal.Output, leaveOpen: true);
        await using var flushed = output.ConfigureAwait(false);
        var open = result.Findings.Where(finding => finding.State is not (FindingState.Waived or FindingState.Fixed)).ToList();
        foreach (var finding in open)
        {
            var place = finding.Subject is FindingSubject.Code code ? $"{code.Path}:{code.Line}:{code.Column}" : finding.Subject.Identity;
            await output.WriteLineAsync(Printable.Line($"{place}: {finding.Severity.ToString().ToLowerInvariant()} {finding.RuleId} {finding.Title}. {finding.Message}").AsMemory(), cancellationToken).ConfigureAwait(false);
        }

        foreach (var gap in result.Gaps)
            talk.Warn($"{gap.Subject}: {gap.Reason}. {gap.Remedy}");
        if (open.Count > 0)
            talk.Say($"{open.Count} {(open.Count == 1 ? "finding" : "findings")}. A line that is none takes the comment secretsaudit:allow; see docs/scan.md.");
    }
}
