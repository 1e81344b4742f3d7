using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.Contexts;

/// <summary>Asks detection about a name.</summary>
internal static class CredentialNames
{
    public static bool Is(string? name) => name is { Length: > 1 and < 256 } && NamedValue.Classify(name.AsSpan()) is not (null or CredentialName.ConnectionString);
}
