using System.Text.Json;
using SecretsAudit.Iam;

namespace SecretsAudit.Cli.Policies;

/// <summary>Guesses from what a policy says where it is attached.</summary>
internal static class PolicyKindGuess
{
    /// <exception cref="UsageException">The text is no JSON.</exception>
    public static PolicyKind Of(string file, string text)
    {
        using var json = Parse(file, text);
        var statements = Statements(json.RootElement).ToList();
        if (!statements.Exists(statement => Has(statement, "Principal") || Has(statement, "NotPrincipal")))
            return PolicyKind.Identity;
        var services = statements.SelectMany(statement => Texts(statement, "Action").Concat(Texts(statement, "NotAction")))
            .Select(action => action.Split(':')[0].ToLowerInvariant()).Where(service => service != "*").Distinct().ToList();
        if (services is [] or ["sts"] && statements.TrueForAll(statement => !Has(statement, "Resource") && !Has(statement, "NotResource")))
            return PolicyKind.RoleTrust;
        return services switch
        {
            ["secretsmanager"] => PolicyKind.Secret,
            ["kms"] => PolicyKind.Key,
            // A trust policy names no resource; an organisation's policy for all resources does, and only denies.
            ["sts"] when statements.TrueForAll(statement => Has(statement, "Resource") && Texts(statement, "Effect").Contains("Deny")) => PolicyKind.ResourceControl,
            ["sts"] => PolicyKind.RoleTrust,
            _ => PolicyKind.Resource,
        };
    }

    private static JsonDocument Parse(string file, string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException broken)
        {
            throw new UsageException($"{file}({(broken.LineNumber ?? 0) + 1},{(broken.BytePositionInLine ?? 0) + 1}): this is no JSON from here on. A policy is one JSON object.", broken);
        }
    }

    private static IEnumerable<JsonElement> Statements(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("Statement", out var statements))
            return [];
        return statements.ValueKind == JsonValueKind.Array ? statements.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            : statements.ValueKind == JsonValueKind.Object ? [statements]
            : [];
    }

    private static bool Has(JsonElement statement, string name) => statement.TryGetProperty(name, out _);

    private static IEnumerable<string> Texts(JsonElement statement, string name)
    {
        if (!statement.TryGetProperty(name, out var value))
            return [];
        IEnumerable<JsonElement> items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        // As written, since a text may hold half of a surrogate pair, which only the check itself can tell with its place.
        return items.Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetRawText().Trim('"'));
    }
}
