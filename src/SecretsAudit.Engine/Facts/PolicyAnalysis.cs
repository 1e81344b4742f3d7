using SecretsAudit.Iam;

namespace SecretsAudit.Engine.Facts;

/// <summary>What one policy's text says, each part worked out when first asked for.</summary>
internal sealed class PolicyAnalysis(PolicyDocument document, string text, DateTimeOffset asOf)
{
    private const int MostRemarks = 5;

    private readonly Dictionary<string, string> _remarks = new(StringComparer.Ordinal);
    private (string Account, string Others, int Count) _others = ("", "", -1);
    private int _decryptors = -1;
    private bool? _deniesByDefault;
    private bool? _isAlikeEverywhere;

    public PolicyDocument Document => document;

    /// <summary>Whether somebody outside of the trust zone gets in, by the resource's account; kept where the answer is the same for every resource.</summary>
    public Dictionary<string, ReachVerdict> Verdicts { get; } = new(StringComparer.Ordinal);

    public string Text => text;

    public PolicyReach Reach => field ??= PolicyReach.Of(document, new ReachOptions { AsOf = asOf });

    public PolicyAudience Audience => field ??= PolicyAudience.Of(document, Reach);

    private IReadOnlyList<PolicyRemark> AllRemarks => field ??= PolicyCheck.Run(text, document.Kind, zone: null, new ReachOptions { AsOf = asOf }).Remarks;

    /// <summary>Why statements let anyone in; empty when none does.</summary>
    public string PublicBecause => field ??= string.Join(
        " ", Reach.PublicStatements.Select(statement => $"{statement.Statement.Name}{LineOf(statement.Position)}: {statement.Explanation}"));

    /// <summary>Whether the answer on access from outside is the same for every resource that holds this text.</summary>
    public bool IsAlikeEverywhere => _isAlikeEverywhere ??= document.Statements.All(statement => !statement.IsNotResource && statement.Resources.All(resource => resource == "*"));

    /// <summary>Whether a Deny for everyone but a chosen few covers the reading of the value.</summary>
    public bool DeniesByDefault => _deniesByDefault ??= document.Statements.Any(statement => statement.Effect == PolicyEffect.Deny
        && CoversReading(statement)
        && (statement.IsNotPrincipal || (IsForEveryone(statement) && statement.Conditions.Count > 0)));

    /// <summary>How many principals may decrypt.</summary>
    public int Decryptors => _decryptors >= 0 ? _decryptors : _decryptors = Audience.Members.Count(member =>
        member.Actions.Any(action => action is "*" || action.Equals("kms:Decrypt", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The accounts but one that the policy lets in.</summary>
    public (string Names, int Count) OtherAccounts(string own)
    {
        // Nearly all resources that share a text are of one account.
        if (_others.Count < 0 || _others.Account != own)
        {
            var accounts = Audience.Accounts.Where(account => account != own).ToList();
            _others = (own, string.Join(", ", accounts), accounts.Count);
        }

        return (_others.Others, _others.Count);
    }

    /// <summary>The remarks of some kinds as one text; empty when there are none.</summary>
    /// <param name="ids">The kinds; the first one stands for all of them.</param>
    public string Remarks(string[] ids)
    {
        if (!_remarks.TryGetValue(ids[0], out var text))
            _remarks[ids[0]] = text = Write(ids);

        return text;
    }

    private string Write(string[] ids)
    {
        var found = AllRemarks.Where(remark => ids.Contains(remark.Id)).ToList();
        var more = found.Count > MostRemarks ? $" ({found.Count - MostRemarks} more)" : "";
        return string.Join(" ", found.Take(MostRemarks).Select(remark => $"{remark.Path}{LineOf(remark.Position)}: {remark.Message}")) + more;
    }

    // Of a text on one line, as AWS gives it and a template makes it, the line says nothing.
    private string LineOf(TextPosition position) => text.AsSpan().TrimEnd().Contains('\n') ? $" (line {position.Line})" : "";

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
