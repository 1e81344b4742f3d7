namespace SecretsAudit.Iam.Checks;

/// <summary>Remarks on identity policies that let read every secret, decrypt with every key, or read every parameter.</summary>
/// <seealso href="https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-1"/>
internal static class ReadsAllRemarks
{
    private static readonly (string Action, string Service, string What)[] Readings =
    [
        ("secretsmanager:getsecretvalue", "secretsmanager", "read every secret"),
        ("kms:decrypt", "kms", "decrypt with every key"),
        ("kms:reencryptfrom", "kms", "decrypt with every key"),
        ("ssm:getparameter", "ssm", "read every parameter"),
    ];

    public static IEnumerable<PolicyRemark> Of(PolicyLinter linter, PolicyStatement statement)
    {
        // "*" for the action is a remark of its own.
        if (linter.Policy.Kind != PolicyKind.Identity || statement is not { Effect: PolicyEffect.Allow, IsNotResource: false } || statement.Actions.Contains("*") || statement.Conditions.Count > 0)
            yield break;

        foreach (var what in Readings.Where(reading => statement.CoversAction(reading.Action) && statement.Resources.Any(resource => IsEvery(resource, reading.Service))).Select(reading => reading.What).Distinct())
        {
            yield return PolicyLinter.Remark(
                PolicyRemarkIds.ReadsAll, RemarkSeverity.Warning, statement, "Resource", statement.ResourcePosition, $"It lets {what} of the account, and every one of another account that admits it. Name those that are needed.");
        }
    }

    private static bool IsEvery(string resource, string service) => resource == "*"
        || (resource.Split(':', 6) is [_, _, var of, _, _, var name] && of == service && name.TrimEnd('/') is "*" or "secret:*" or "key/*" or "parameter/*");
}
