namespace SecretsAudit.Iam.Checks;

/// <summary>Remarks on passing roles to services.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"/>
internal static class PassRoleRemarks
{
    private const string PassRole = "iam:passrole";

    public static IEnumerable<PolicyRemark> Of(PolicyLinter linter, PolicyStatement statement)
    {
        if (linter.Policy.Kind == PolicyKind.Identity && statement.Effect == PolicyEffect.Allow && statement.CoversAction(PassRole) && !statement.Actions.Contains("*")
            && (statement.IsNotResource || statement.Resources.Any(IsEveryRole)) && !statement.Conditions.Any(condition => condition.Key.Equals("iam:PassedToService", StringComparison.OrdinalIgnoreCase)))
        {
            yield return PolicyLinter.Remark(
                PolicyRemarkIds.PassAnyRole, RemarkSeverity.Security, statement, statement.IsNotResource ? "NotResource" : "Resource", statement.ResourcePosition,
                "iam:PassRole on every role lets its holder run a service with the rights of any of them. Name the roles, and the service in iam:PassedToService.");
        }
    }

    private static bool IsEveryRole(string resource) => resource == "*" || (resource.Split(':', 6) is [_, _, "iam", _, _, var role] && role is "*" or "role/*");
}
