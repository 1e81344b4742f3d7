using System.Collections.Frozen;

namespace SecretsAudit.Engine.Facts;

/// <summary>Tells names of plain configuration from names of secrets, by their last word.</summary>
internal static class ConfigurationName
{
    // What divides the words of a name.
    private const string Dividers = "/._-";

    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        [
            "url", "uri", "endpoint", "host", "hostname", "port", "region", "feature", "features", "flag", "flags", "config", "configuration", "settings", "timeout",
            "loglevel", "bucket", "topic", "queue",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the last word of a name is one of configuration.</summary>
    public static bool Fits(string name)
    {
        var rest = name.AsSpan();
        var divider = rest.LastIndexOfAny(Dividers);
        var last = rest[(divider + 1)..];
        return Known.Contains(last) || (last.Equals("level", StringComparison.OrdinalIgnoreCase) && divider > 0 && rest[divider] == '-' && EndsInLog(rest[..divider]));
    }

    // "log-level" is one word.
    private static bool EndsInLog(ReadOnlySpan<char> before) => before[(before.LastIndexOfAny(Dividers) + 1)..].Equals("log", StringComparison.OrdinalIgnoreCase);
}
