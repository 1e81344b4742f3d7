using System.Text.Json;

namespace SecretsAudit.CodeScan.Matching;

/// <summary>What in a secret's value is a credential by itself.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html"/>
internal static class SecretParts
{
    private const int Deepest = 4;

    // AWS's own members that say where and as whom, which is no secret and stands in configuration rightly.
    private static readonly HashSet<string> Open = new(StringComparer.OrdinalIgnoreCase)
    {
        "engine", "host", "hostname", "port", "dbname", "database", "username", "user", "dbInstanceIdentifier", "dbClusterIdentifier", "masterarn", "proxy", "url", "endpoint", "region", "clientId", "client_id", "kid", "issuer",
    };

    /// <summary>The value, and the text members of the object it is.</summary>
    public static IEnumerable<string> Of(string value)
    {
        if (!value.AsSpan().TrimStart().StartsWith("{"))
            return [value];
        try
        {
            using var document = JsonDocument.Parse(value, new JsonDocumentOptions { MaxDepth = 32 });
            return [value, .. Members(document.RootElement, 0).ToList()];
        }
        catch (JsonException)
        {
            // It only looks like an object: the whole is the value.
            return [value];
        }
    }

    private static IEnumerable<string> Members(JsonElement element, int depth)
    {
        if (depth > Deepest || element.ValueKind is not JsonValueKind.Object)
            yield break;
        foreach (var member in element.EnumerateObject())
        {
            if (member.Value.ValueKind is JsonValueKind.String && !Open.Contains(member.Name) && member.Value.GetString() is { } text)
                yield return text;
            foreach (var inner in Members(member.Value, depth + 1))
                yield return inner;
        }
    }
}
