using System.Globalization;
using System.Text;
using SecretsAudit.Cli.Policies;
using SecretsAudit.Iam;

namespace SecretsAudit.Cli.Output;

/// <summary>A check for a person: the answer first, then who gets in, then remarks with the place that editors jump to.</summary>
internal static class PolicyText
{
    private const int MostMembers = 20;

    public static string Of(IReadOnlyList<CheckedPolicy> policies)
    {
        var text = new StringBuilder();
        foreach (var policy in policies)
        {
            if (text.Length > 0)
                text.Append('\n');
            Add(text, policy);
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, CheckedPolicy policy)
    {
        void Line(string line) => text.Append(Printable.Line(line)).Append('\n');

        var statements = policy.Result.Document?.Statements.Count;
        Line($"{policy.Name}: {PolicyKindWords.NameOf(policy.Kind)}{(statements is { } count ? string.Create(CultureInfo.InvariantCulture, $", {count} statement{(count == 1 ? "" : "s")}") : "")}");
        Line($"  {policy.Sentence}");
        if (policy.Witness is { } witness)
        {
            Line($"  The request: {witness.Request.Action} on {witness.Request.Resource} by {witness.Request.Principal.Arn}, allowed by {witness.Statement.Name} ({policy.Name}({Place(witness.Statement.Position)})).");
            foreach (var (key, values) in witness.Request.Context.Where(pair => witness.Keys.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)))
                Line($"    {key} = {string.Join(", ", values)}");
        }

        foreach (var limit in policy.Limits)
            Line($"  Taken for granted: {limit}");
        foreach (var member in (policy.Result.Audience?.Members ?? []).Take(MostMembers))
            Line($"  Lets in: {WordOf(member.Kind)} {member.Name}: {string.Join(", ", member.Actions.Take(6))}{(member.Actions.Count > 6 ? string.Create(CultureInfo.InvariantCulture, $" and {member.Actions.Count - 6} more") : "")}");
        if (policy.Result.Audience is { } audience && audience.Members.Count > MostMembers)
            Line(string.Create(CultureInfo.InvariantCulture, $"  Lets in: {audience.Members.Count - MostMembers} more; the JSON report has all."));
        foreach (var remark in policy.Result.Remarks)
            Line($"{policy.Name}({Place(remark.Position)}): {remark.Severity.ToString().ToLowerInvariant()} {remark.Id}: {(remark.Path.Length == 0 ? "" : $"{remark.Path}: ")}{remark.Message}");
    }

    private static string WordOf(AudienceKind kind) => kind switch
    {
        AudienceKind.Anyone => "anyone",
        AudienceKind.Organization => "organisation",
        AudienceKind.Network => "network",
        AudienceKind.IdentityProvider => "users of",
        AudienceKind.Service => "service",
        AudienceKind.Account => "account",
        _ => "principal",
    };

    private static string Place(TextPosition position) => string.Create(CultureInfo.InvariantCulture, $"{position.Line},{position.Column}");
}
