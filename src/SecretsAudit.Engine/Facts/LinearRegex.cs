using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace SecretsAudit.Engine.Facts;

/// <summary>Regular expressions that cannot run away: no backtracking, short patterns, bounded input.</summary>
internal static class LinearRegex
{
    internal const int LongestPattern = 200;
    private const int LongestInput = 65_536; // the longest text AWS lets a secret's description, tags or policy have, and more

    // Patterns are literals or parameters of rules, so their number is bounded by the rules.
    private static readonly ConcurrentDictionary<string, Regex> Compiled = new(StringComparer.Ordinal);

    /// <summary>Whether the pattern matches anywhere in the text.</summary>
    /// <exception cref="ArgumentException">The pattern is too long, or uses what linear matching cannot do.</exception>
    internal static bool IsMatch(string pattern, string text) =>
        Compiled.GetOrAdd(pattern, Compile).IsMatch(text.AsSpan(0, Math.Min(text.Length, LongestInput)));

    internal static Regex Compile(string pattern)
    {
        if (pattern.Length > LongestPattern)
            throw new ArgumentException($"The pattern has {pattern.Length} characters, at most {LongestPattern} are allowed.", nameof(pattern));

        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException unsupported)
        {
            throw new ArgumentException($"The pattern cannot be matched in linear time: {unsupported.Message}", nameof(pattern), unsupported);
        }
    }
}
