using SecretsAudit.Iam.Matching;

namespace SecretsAudit.Iam.Checks;

/// <summary>Remarks on what a statement allows.</summary>
internal static class ActionRemarks
{
    private static readonly string[] Reading = ["secretsmanager:getsecretvalue", "secretsmanager:batchgetsecretvalue", "kms:decrypt"];

    private static readonly string[] Managing =
    [
        "secretsmanager:putresourcepolicy", "secretsmanager:deleteresourcepolicy", "secretsmanager:deletesecret", "secretsmanager:updatesecret", "secretsmanager:putsecretvalue",
        "secretsmanager:rotatesecret", "secretsmanager:updatesecretversionstage", "kms:putkeypolicy", "kms:creategrant", "kms:schedulekeydeletion", "kms:disablekey",
    ];

    public static IEnumerable<PolicyRemark> Of(PolicyLinter linter, PolicyStatement statement)
    {
        var element = statement.IsNotAction ? "NotAction" : "Action";
        foreach (var (action, broader) in Redundant(statement))
        {
            yield return PolicyLinter.Remark(
                PolicyRemarkIds.RedundantAction, RemarkSeverity.Suggestion, statement, element, statement.ActionPosition, $"{action} is already contained in {broader}.");
        }

        if (statement.Effect != PolicyEffect.Allow)
            yield break;

        if (statement.IsNotAction)
        {
            yield return PolicyLinter.Remark(
                PolicyRemarkIds.AllowNotAction, RemarkSeverity.Security, statement, element, statement.ActionPosition,
                "NotAction with Allow lets do everything that is not listed, and what AWS adds later. List the actions in Action.");
            yield break;
        }

        // Where a policy grants nothing, it narrows by something else, such as the principal: AWS's own endpoint policies allow all actions.
        var grants = linter.Policy.Kind is not (PolicyKind.VpcEndpoint or PolicyKind.ServiceControl or PolicyKind.ResourceControl);
        foreach (var action in statement.Actions.Where(action => grants && IsWhole(action)))
        {
            yield return PolicyLinter.Remark(
                PolicyRemarkIds.WildcardAction, RemarkSeverity.Warning, statement, element, statement.ActionPosition,
                action == "*" ? "All actions are allowed. List those that are needed." : $"All actions of {action.Split(':')[0]} are allowed, those that change policies and delete included. List those that are needed.");
        }

        var read = Reading.FirstOrDefault(action => statement.CoversAction(action));
        var manage = Managing.FirstOrDefault(action => statement.CoversAction(action));
        if (read is not null && manage is not null && !IsOwnersDelegation(linter.Policy, statement))
        {
            yield return PolicyLinter.Remark(
                PolicyRemarkIds.MixedRights, RemarkSeverity.Warning, statement, element, statement.ActionPosition,
                $"The same principals may read ({Name(read)}) and manage ({Name(manage)}). Give the two to different ones, in statements of their own.");
        }
    }

    private static bool IsWhole(string action) => action == "*" || action.EndsWith(":*", StringComparison.Ordinal);

    // A key without this statement can be managed by nobody: AWS puts it into every default key policy.
    // https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
    private static bool IsOwnersDelegation(PolicyDocument policy, PolicyStatement statement) =>
        policy.Kind is not (PolicyKind.Secret or PolicyKind.Key)
        || (policy.Kind == PolicyKind.Key && !statement.IsNotPrincipal && statement.Principals.All(entry => entry.Kind == PolicyPrincipalKind.Account));

    private static string Name(string folded) => Reach.Search.ActionCatalog.OfSecret.Concat(Reach.Search.ActionCatalog.OfKey)
        .FirstOrDefault(action => action.Equals(folded, StringComparison.OrdinalIgnoreCase)) ?? folded;

    private static IEnumerable<(string Action, string Broader)> Redundant(PolicyStatement statement)
    {
        for (var i = 0; i < statement.Actions.Count; i++)
        {
            var action = statement.Actions[i].ToLowerInvariant();
            for (var j = 0; j < statement.Actions.Count; j++)
            {
                var other = statement.Actions[j].ToLowerInvariant();
                // Of two equal ones the later is the redundant one.
                if (i != j && !other.Contains('?') && (other != action || j < i) && Wildcard.Of(other).Matches(action))
                {
                    yield return (statement.Actions[i], statement.Actions[j]);
                    break;
                }
            }
        }
    }
}
