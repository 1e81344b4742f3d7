using System.Collections.Concurrent;

namespace SecretsAudit.Store.Wire;

/// <summary>What texts parse to that come again and again, found by the text; bounded, because anybody may send any text.</summary>
internal sealed class ParsedTexts<T>(Func<string, T> parse)
    where T : class
{
    private const int Limit = 4096;
    private const int LongestKept = 512;

    private readonly ConcurrentDictionary<string, T> _known = new(StringComparer.Ordinal);

    public T Get(ReadOnlySpan<char> text)
    {
        if (_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var known))
        {
            return known;
        }

        var copy = text.ToString();
        var parsed = parse(copy);
        if (copy.Length <= LongestKept)
        {
            if (_known.Count >= Limit)
            {
                _known.Clear();
            }

            _known[copy] = parsed;
        }

        return parsed;
    }
}
