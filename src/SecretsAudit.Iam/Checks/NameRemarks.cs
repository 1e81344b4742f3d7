using SecretsAudit.Iam.Matching;

namespace SecretsAudit.Iam.Checks;

/// <summary>Remarks on actions that do not exist, or that have no effect where the policy is attached.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html"/>
internal static class NameRemarks
{
    // Of these a policy of the resource has no say: they are about no single secret or key.
    private static readonly string[] Unbound = ["secretsmanager:listsecrets", "secretsmanager:getrandompassword", "secretsmanager:createsecret", "secretsmanager:batchgetsecretvalue", "kms:generaterandom", "kms:createkey", "kms:listkeys", "kms:listaliases"];

    public static IEnumerable<PolicyRemark> Of(PolicyLinter linter, PolicyStatement statement)
    {
        var element = statement.IsNotAction ? "NotAction" : "Action";
        PolicyRemark Remark(string id, RemarkSeverity severity, string message) => PolicyLinter.Remark(id, severity, statement, element, statement.ActionPosition, message);

        foreach (var action in statement.Actions.Where(action => action.Contains(':')))
        {
            var (service, name) = (action[..action.IndexOf(':')], action[(action.IndexOf(':') + 1)..]);
            if (service.AsSpan().ContainsAny('*', '?'))
                yield return Remark(PolicyRemarkIds.WildcardService, RemarkSeverity.Suggestion, $"The wildcard in the service of {action} takes in services that are not meant, and those that AWS adds later. Name the service.");
            else if (Unknown(service, name) is { } reason)
                yield return Remark(PolicyRemarkIds.UnknownAction, RemarkSeverity.Warning, reason);
            else if (Unsupported(linter.Policy.Kind, service, action) is { } why)
                yield return Remark(PolicyRemarkIds.UnsupportedAction, RemarkSeverity.Warning, why);
        }
    }

    private static string? Unknown(string service, string name)
    {
        if (KnownActions.Of(service) is not { } known)
        {
            var meant = NearestWord.Of(service.Replace("-", "", StringComparison.Ordinal), KnownActions.Services.Where(other => other.Length > 4));
            return meant is null ? null : $"There is no service with the prefix {service}. Did you mean {meant}?";
        }

        if (name.AsSpan().ContainsAny('*', '?'))
            return known.Any(other => Wildcard.Of(name.ToLowerInvariant()).Matches(other.ToLowerInvariant())) ? null : $"{service}:{name} matches no action of {service}.";
        if (known.Contains(name, StringComparer.OrdinalIgnoreCase))
            return null;
        return $"{service} has no action {name}." + (NearestWord.Of(name, known) is { } near ? $" Did you mean {service}:{near}?" : "");
    }

    private static string? Unsupported(PolicyKind kind, string service, string action)
    {
        var own = kind switch { PolicyKind.Secret => "secretsmanager", PolicyKind.Key => "kms", _ => null };
        if (own is null)
            return null;
        if (!service.Equals(own, StringComparison.OrdinalIgnoreCase))
            return $"{action} is no action on a {(own == "kms" ? "key" : "secret")}: here it has no effect.";
        return Unbound.Contains(action.ToLowerInvariant())
            ? $"{action} is about no single {(own == "kms" ? "key" : "secret")}: identity policies decide it, and here it has no effect."
            : null;
    }
}
