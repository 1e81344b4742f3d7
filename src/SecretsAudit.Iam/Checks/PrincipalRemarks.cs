using SecretsAudit.Iam.Reach;

namespace SecretsAudit.Iam.Checks;

/// <summary>Remarks on whom a statement names.</summary>
internal static class PrincipalRemarks
{
    private static readonly string[] SourceKeys = ["aws:SourceArn", "aws:SourceAccount", "aws:SourceOwner", "aws:SourceOrgID", "aws:SourceOrgPaths"];

    public static IEnumerable<PolicyRemark> Of(PolicyLinter linter, PolicyStatement statement)
    {
        if (statement is { IsNotPrincipal: true, Effect: PolicyEffect.Allow })
        {
            // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html#specifying-notprincipal-allow
            yield return PolicyLinter.Remark(
                PolicyRemarkIds.AllowNotPrincipal, RemarkSeverity.Security, statement, "NotPrincipal", statement.PrincipalPosition,
                "NotPrincipal with Allow lets everyone in who is not listed, unsigned requests included. List the principals that need access in Principal.");
        }

        foreach (var entry in statement.Principals)
        {
            if (entry.Kind == PolicyPrincipalKind.UniqueId)
            {
                yield return PolicyLinter.Remark(
                    PolicyRemarkIds.DeletedPrincipal, RemarkSeverity.Warning, statement, Element(statement), entry.Position,
                    $"{entry.Value} is the id that is left of a {(entry.Value.StartsWith("AROA", StringComparison.Ordinal) ? "role" : "user")} that was deleted. Nobody can be it again: remove it, or name the successor by ARN.");
            }

            if (IncompleteSpare(statement, entry) is { } missing)
            {
                // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html#specifying-notprincipal
                yield return PolicyLinter.Remark(
                    PolicyRemarkIds.IncompleteNotPrincipal, RemarkSeverity.Warning, statement, Element(statement), entry.Position,
                    $"The Deny spares {entry.Value}, but not {missing}, which AWS checks first: it is denied all the same.");
            }
        }

        foreach (var remark in Services(linter, statement))
            yield return remark;
    }

    private static string Element(PolicyStatement statement) => statement.IsNotPrincipal ? "NotPrincipal" : "Principal";

    private static string? IncompleteSpare(PolicyStatement statement, PolicyPrincipal entry)
    {
        if (!statement.IsNotPrincipal || statement.Effect != PolicyEffect.Deny || entry.Kind != PolicyPrincipalKind.Arn || entry.Account is null)
            return null;
        if (!statement.Principals.Any(other => other.Kind == PolicyPrincipalKind.Account && other.Account == entry.Account))
            return $"its account {entry.Account}";
        if (entry.Value.Split(':', 6)[5].Split('/') is not ["assumed-role", var role, _])
            return null;
        return statement.Principals.Any(other => other.Account == entry.Account && other.Value.EndsWith("/" + role, StringComparison.Ordinal) && other.Value.Contains(":role/", StringComparison.Ordinal))
            ? null
            : $"its role {role}";
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
    private static IEnumerable<PolicyRemark> Services(PolicyLinter linter, PolicyStatement statement)
    {
        if (statement.Effect != PolicyEffect.Allow || statement.IsNotPrincipal
            || statement.Conditions.Any(condition => SourceKeys.Contains(condition.Key, StringComparer.OrdinalIgnoreCase) && Narrowing.Of(condition, statement.Conditions) is Narrowing.Verdict.Narrows))
            yield break;
        foreach (var entry in statement.Principals.Where(entry => entry.Kind == PolicyPrincipalKind.Service))
        {
            yield return PolicyLinter.Remark(
                PolicyRemarkIds.ConfusedDeputy,
                // Many services take over a role without telling for whom.
                linter.Policy.Kind == PolicyKind.RoleTrust ? RemarkSeverity.Suggestion : RemarkSeverity.Security,
                statement, "Principal", entry.Position,
                $"{entry.Value} may do this for any AWS customer who asks it to. Add a condition on aws:SourceAccount, aws:SourceArn or aws:SourceOrgID.");
        }
    }
}
