namespace SecretsAudit.Iam.Checks;

/// <summary>Remarks on a role's trust policy: actions that do not go with the principal, and identity providers that serve more than the owner's users.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html"/>
internal static class TrustRemarks
{
    private const string GitHub = "token.actions.githubusercontent.com";
    private static readonly string[] RolesAnywhere = ["sts:assumerole", "sts:tagsession", "sts:setsourceidentity"];

    public static IEnumerable<PolicyRemark> Of(PolicyLinter linter, PolicyStatement statement)
    {
        if (linter.Policy.Kind != PolicyKind.RoleTrust || statement.Effect != PolicyEffect.Allow || statement.IsNotAction || statement.IsNotPrincipal)
            yield break;

        foreach (var entry in statement.Principals)
        {
            foreach (var reason in Mismatches(statement, entry))
                yield return PolicyLinter.Remark(PolicyRemarkIds.MismatchedAction, RemarkSeverity.Warning, statement, "Action", statement.ActionPosition, reason);
            if (entry.Kind == PolicyPrincipalKind.Federated && !IsSaml(entry.Value) && OpenProvider(statement, entry.Value) is { } open)
                yield return PolicyLinter.Remark(PolicyRemarkIds.OpenProvider, RemarkSeverity.Security, statement, "Principal", entry.Position, open);
            if (entry.Value.Split(':', 6) is [_, _, "sts", _, var account, var session] && session.Split('/') is ["assumed-role", var role, _]
                && statement.Principals.Any(other => other.Account == account && other.Value.Contains(":role/", StringComparison.Ordinal) && other.Value.EndsWith("/" + role, StringComparison.Ordinal)))
                yield return PolicyLinter.Remark(PolicyRemarkIds.RedundantPrincipal, RemarkSeverity.Suggestion, statement, "Principal", entry.Position, $"The role {role} is named, too, and with it all its sessions.");
        }

        if (statement.Principals.Any(entry => entry.Value == "rolesanywhere.amazonaws.com") && RolesAnywhere.Where(action => !statement.CoversAction(action)).ToList() is { Count: > 0 } missing)
            yield return PolicyLinter.Remark(
                PolicyRemarkIds.MismatchedAction, RemarkSeverity.Warning, statement, "Action", statement.ActionPosition, $"IAM Roles Anywhere also needs {string.Join(" and ", missing.Select(action => action[4..]))}.");
    }

    private static bool IsSaml(string provider) => provider.Contains(":saml-provider/", StringComparison.Ordinal);

    // Only what is spelled out is judged: with a wildcard some action usually fits.
    private static IEnumerable<string> Mismatches(PolicyStatement statement, PolicyPrincipal entry)
    {
        var fitting = entry.Kind != PolicyPrincipalKind.Federated ? "sts:AssumeRole" : IsSaml(entry.Value) ? "sts:AssumeRoleWithSAML" : "sts:AssumeRoleWithWebIdentity";
        return statement.Actions
            .Where(action => action.ToUpperInvariant() is "STS:ASSUMEROLE" or "STS:ASSUMEROLEWITHSAML" or "STS:ASSUMEROLEWITHWEBIDENTITY" && !action.Equals(fitting, StringComparison.OrdinalIgnoreCase))
            .Where(_ => !statement.CoversAction(fitting.ToLowerInvariant()) || statement.Principals.Count == 1)
            .Select(action => $"{Documents.ElementReader.Shown(entry.Value)} cannot call {action}; it calls {fitting}.");
    }

    private static string? OpenProvider(PolicyStatement statement, string provider)
    {
        var slash = provider.IndexOf(":oidc-provider/", StringComparison.Ordinal);
        var host = slash < 0 ? provider : provider[(slash + ":oidc-provider/".Length)..];
        var claims = statement.Conditions.Where(condition => condition.Key.StartsWith(host + ":", StringComparison.OrdinalIgnoreCase)).ToList();
        if (claims.Count == 0)
            return $"Every user of {host} whom the provider lets ask gets the role. Add conditions on {host}:sub and {host}:aud.";
        if (host != GitHub)
            return null;
        if (claims.Find(condition => condition.Key.EndsWith(":sub", StringComparison.OrdinalIgnoreCase)) is not { } subject)
            return $"Workflows of every GitHub repository get the role. Add a condition on {GitHub}:sub with the organisation, repository and branch.";
        return subject.Values.FirstOrDefault(value => value.Split(':') is [_, var repository, ..] ? repository.AsSpan().ContainsAny('*', '?') : value.Contains('*')) is { } broad
            ? $"'{Documents.ElementReader.Shown(broad)}' takes in more repositories than one. Name organisation, repository and branch."
            : null;
    }
}
