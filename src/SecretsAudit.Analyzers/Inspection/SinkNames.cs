using SecretsAudit.Analyzers.Lexing;
using SecretsAudit.Analyzers.Sinks;

namespace SecretsAudit.Analyzers.Inspection;

/// <summary>The hashes of the names of known APIs.</summary>
internal static class SinkNames
{
    private static readonly HashSet<int> Hashes = [.. SinkTable.Names.Append("AppendChar").Append("new").Select(NameHash.Of)];

    public static Sink SecureString { get; } = new("SecureString", 0, ["c"], SinkKind.Password);

    public static bool Contains(int name) => Hashes.Contains(name);
}
