using System.Text.RegularExpressions;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>A query's words, read one after the other.</summary>
internal sealed partial class QueryWords
{
    private const int Limit = 1000;

    private readonly List<string> _words;
    private int _next;

    /// <exception cref="InvalidExpressionException">It holds something that is no word of the language.</exception>
    public QueryWords(string expression)
    {
        var words = new List<string>();
        for (var at = 0; at < expression.Length; at += words[^1].Length)
        {
            while (at < expression.Length && char.IsWhiteSpace(expression[at]))
            {
                at++;
            }

            if (at == expression.Length)
            {
                break;
            }

            var word = Word().Match(expression, at);
            if (!word.Success || words.Count == Limit)
            {
                throw new InvalidExpressionException($"Unexpected text at position {at} of the expression.");
            }

            words.Add(word.Value);
        }

        _words = words;
    }

    public bool IsAtEnd => _next == _words.Count;

    /// <summary>The next word; empty at the end.</summary>
    public string Peek => _next < _words.Count ? _words[_next] : "";

    /// <summary>Takes the next word if it is this one, whatever its case.</summary>
    public bool Take(string word)
    {
        if (!string.Equals(Peek, word, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        _next++;
        return true;
    }

    /// <exception cref="InvalidExpressionException">The next word is another.</exception>
    public void Expect(string word)
    {
        if (!Take(word))
        {
            throw Unexpected(word);
        }
    }

    /// <summary>A property such as <c>configuration.kmsKeyId</c>.</summary>
    /// <exception cref="InvalidExpressionException">The next word is none.</exception>
    public string Property() => Property(Peek) ? _words[_next++] : throw Unexpected("a property");

    /// <summary>A text, a number, true or false.</summary>
    /// <exception cref="InvalidExpressionException">The next word is none.</exception>
    public string Literal()
    {
        var word = Peek;
        if (word.Length > 0 && word[0] == '\'')
        {
            _next++;
            return word[1..^1].Replace("''", "'", StringComparison.Ordinal);
        }

        if (word.Length > 0 && (char.IsAsciiDigit(word[0]) || word[0] == '-'))
        {
            _next++;
            return word;
        }

        return Take("true") ? "true" : Take("false") ? "false" : throw Unexpected("a value");
    }

    public InvalidExpressionException Unexpected(string wanted) =>
        new($"Expected {wanted} {(IsAtEnd ? "at the end of the expression" : $"at word {_next + 1} of the expression")}.");

    private static bool Property(string word) => word.Length > 0 && (char.IsAsciiLetter(word[0]) || word[0] == '_')
        && word.ToUpperInvariant() is not ("SELECT" or "FROM" or "WHERE" or "GROUP" or "ORDER" or "BY" or "AND" or "OR" or "NOT" or "IN" or "LIKE" or "BETWEEN" or "ASC" or "DESC" or "TRUE" or "FALSE");

    [GeneratedRegex(@"\G(?:[A-Za-z_]\w*(?:\.[\w:-]+)*|-?\d+(?:\.\d+)?|'(?:[^']|'')*'|<>|!=|<=|>=|[=<>(),*])", RegexOptions.None, matchTimeoutMilliseconds: 250)]
    private static partial Regex Word();
}
