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
    private static readonly ConcurrentDictionary<string, Remembered> Compiled = new(StringComparer.Ordinal);

    /// <summary>Whether the pattern matches anywhere in the text.</summary>
    /// <exception cref="ArgumentException">The pattern is too long, or uses what linear matching cannot do; or the text is too long.</exception>
    /// <exception cref="RegexMatchTimeoutException">Matching took too long.</exception>
    internal static bool IsMatch(string pattern, string text) => text.Length <= LongestText
        ? Compiled.GetOrAdd(pattern, static text => new Remembered(Compile(text))).IsMatch(text)
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

    /// <summary>A pattern with its last answer: most secrets of an estate have the same rotation function as the one before.</summary>
    private sealed class Remembered(Regex regex)
    {
        // One reference, so that audits in other threads see a text with its own answer.
        private Tuple<string, bool>? _last;

        public bool IsMatch(string text)
        {
            if (_last is { } last && last.Item1 == text)
                return last.Item2;

            var answer = regex.IsMatch(text);
            _last = Tuple.Create(text, answer);
            return answer;
        }
    }
}
