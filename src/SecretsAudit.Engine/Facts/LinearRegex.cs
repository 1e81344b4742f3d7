using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace SecretsAudit.Engine.Facts;

/// <summary>Regular expressions that cannot run away: no backtracking, short patterns, bounded input.</summary>
internal static class LinearRegex
{
    internal const int LongestPattern = 200;

    // The longest text that AWS lets a secret have: its resource policy.
    private const int LongestText = 20_480;

    // Linear still has a factor, the number of the pattern's states: enough for any sensible rule, too little to stop an audit.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    // Patterns are literals or parameters of rules, so their number is bounded by the rules.
    private static readonly ConcurrentDictionary<string, Regex> Compiled = new(StringComparer.Ordinal);

    /// <summary>Whether the pattern matches anywhere in the text.</summary>
    /// <exception cref="ArgumentException">The pattern is too long, or uses what linear matching cannot do; or the text is too long.</exception>
    /// <exception cref="RegexMatchTimeoutException">Matching took too long.</exception>
    internal static bool IsMatch(string pattern, string text) => text.Length <= LongestText
        ? Compiled.GetOrAdd(pattern, Compile).IsMatch(text)
        : throw new ArgumentException($"The text has {text.Length} characters, at most {LongestText} are matched.", nameof(text));

    internal static Regex Compile(string pattern)
    {
        if (pattern.Length > LongestPattern)
            throw new ArgumentException($"The pattern has {pattern.Length} characters, at most {LongestPattern} are allowed.", nameof(pattern));

        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Patience);
        }
        catch (NotSupportedException unsupported)
        {
            throw new ArgumentException($"The pattern cannot be matched in linear time: {unsupported.Message}", nameof(pattern), unsupported);
        }
    }
}
