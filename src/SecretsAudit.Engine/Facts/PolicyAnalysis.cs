using SecretsAudit.Iam;

namespace SecretsAudit.Engine.Facts;

/// <summary>What one policy's text says, each part worked out when first asked for.</summary>
internal sealed class PolicyAnalysis(PolicyDocument document, string text, DateTimeOffset asOf)
{
    private const int MostRemarks = 5;

    public PolicyDocument Document => document;

    public string Text => text;

    public PolicyReach Reach => field ??= PolicyReach.Of(document);

    public PolicyAudience Audience => field ??= PolicyAudience.Of(document, Reach);

    private IReadOnlyList<PolicyRemark> AllRemarks => field ??= PolicyCheck.Run(text, document.Kind, zone: null, new ReachOptions { AsOf = asOf }).Remarks;

    /// <summary>Why statements let anyone in; empty when none does.</summary>
    public string PublicBecause => field ??= string.Join(
        " ", Reach.PublicStatements.Select(statement => $"{statement.Statement.Name} (line {statement.Position.Line}): {statement.Explanation}"));

    /// <summary>Whether the answer on access from outside is the same for every resource that holds this text.</summary>
    public bool IsAlikeEverywhere => document.Statements.All(statement => !statement.IsNotResource && statement.Resources.All(resource => resource == "*"));

    /// <summary>Whether a Deny for everyone but a chosen few covers the reading of the value.</summary>
    public bool DeniesByDefault => document.Statements.Any(statement => statement.Effect == PolicyEffect.Deny
        && CoversReading(statement)
        && (statement.IsNotPrincipal || (IsForEveryone(statement) && statement.Conditions.Count > 0)));

    /// <summary>The remarks of some kinds as one text; empty when there are none.</summary>
    public string Remarks(string[] ids)
    {
        var found = AllRemarks.Where(remark => ids.Contains(remark.Id)).ToList();
        var more = found.Count > MostRemarks ? $" ({found.Count - MostRemarks} more)" : "";
        return string.Join(" ", found.Take(MostRemarks).Select(remark => $"{remark.Path} (line {remark.Position.Line}): {remark.Message}")) + more;
    }

    /// <summary>Whether each Allow demands each key, itself or by a Deny for everyone.</summary>
    public bool Demands(IReadOnlyList<string> keys)
    {
        var denied = document.Statements.Where(statement => statement.Effect == PolicyEffect.Deny && IsForEveryone(statement) && CoversReading(statement)).ToList();
        return keys.All(key => denied.Exists(statement => Names(statement, key))
            || document.Statements.Where(statement => statement.Effect == PolicyEffect.Allow).All(statement => Names(statement, key)));
    }

    private static bool Names(PolicyStatement statement, string key) =>
        statement.Conditions.Any(condition => condition.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    private static bool IsForEveryone(PolicyStatement statement) =>
        !statement.IsNotPrincipal && statement.Principals.Any(principal => principal.Kind == PolicyPrincipalKind.Everyone);

    private static bool CoversReading(PolicyStatement statement) => !statement.IsNotAction
        && statement.Actions.Any(action => action is "*" or "secretsmanager:*" || action.Equals("secretsmanager:GetSecretValue", StringComparison.OrdinalIgnoreCase)
            || action.Equals("secretsmanager:Get*", StringComparison.OrdinalIgnoreCase));
}
