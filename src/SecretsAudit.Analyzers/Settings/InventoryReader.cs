using System.Globalization;
using System.Text;

namespace SecretsAudit.Analyzers.Settings;

/// <summary>
/// Reads the little JSON that an inventory file is. An analyzer brings no JSON library, for the compiler that loads it may have another version.
/// </summary>
internal sealed class InventoryReader(string json)
{
    private const int Deepest = 32;

    private readonly List<(string Name, string State)> _entries = [];
    private int _at;

    /// <summary>Every object with a string member <c>name</c>, and its <c>state</c>, <c>active</c> when it has none.</summary>
    /// <exception cref="FormatException">The text is no JSON.</exception>
    public IReadOnlyList<(string Name, string State)> Read()
    {
        ReadValue(0);
        SkipBlanks();
        return _at == json.Length ? _entries : throw Malformed("the end");
    }

    private string? ReadValue(int depth)
    {
        if (depth > Deepest)
            throw Malformed("less nesting");

        SkipBlanks();
        switch (Peek())
        {
            case '{':
                ReadObject(depth);
                return null;
            case '[':
                ReadArray(depth);
                return null;
            case '"':
                return ReadText();
            default:
                ReadWord();
                return null;
        }
    }

    private void ReadObject(int depth)
    {
        string? name = null;
        var state = "active";
        foreach (var _ in Members('{', '}'))
        {
            SkipBlanks();
            var member = ReadText();
            SkipBlanks();
            Expect(':');
            var value = ReadValue(depth + 1);
            if (member is "name" && value is { Length: > 0 })
                name = value;
            else if (member is "state" && value is not null)
                state = value;
        }

        if (name is not null)
            _entries.Add((name, state));
    }

    private void ReadArray(int depth)
    {
        foreach (var _ in Members('[', ']'))
            ReadValue(depth + 1);
    }

    private IEnumerable<int> Members(char open, char close)
    {
        Expect(open);
        SkipBlanks();
        for (var index = 0; Peek() != close; index++)
        {
            if (index > 0)
                Expect(',');
            yield return index;
            SkipBlanks();
        }

        Expect(close);
    }

    private string ReadText()
    {
        Expect('"');
        var text = new StringBuilder();
        while (Peek() is not '"')
        {
            var unit = Next();
            text.Append(unit is '\\' ? ReadEscape() : unit);
        }

        Expect('"');
        return text.ToString();
    }

    private char ReadEscape()
    {
        var unit = Next();
        if (unit is not 'u')
            return unit switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => unit };
        if (_at + 4 > json.Length || !ushort.TryParse(json.Substring(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            throw Malformed("four hexadecimal digits");
        _at += 4;
        return (char)code;
    }

    private void ReadWord()
    {
        var start = _at;
        while (_at < json.Length && (char.IsLetterOrDigit(json[_at]) || json[_at] is '-' or '+' or '.'))
            _at++;
        if (_at == start)
            throw Malformed("a value");
    }

    private void SkipBlanks()
    {
        while (_at < json.Length && json[_at] is ' ' or '\t' or '\r' or '\n' or '\uFEFF')
            _at++;
    }

    private char Peek() => _at < json.Length ? json[_at] : throw Malformed("more");

    private char Next()
    {
        var unit = Peek();
        _at++;
        return unit;
    }

    private void Expect(char unit)
    {
        if (Next() != unit)
            throw Malformed($"'{unit}'");
    }

    private FormatException Malformed(string expected) => new($"The inventory is no JSON: {expected} is missing at character {_at}.");
}
