using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SecretsAudit.EndToEnd.Tests.Fixes;

/// <summary>Reads what fixes use of Terraform's language. Anything else is an error, above all a text that Terraform would work out.</summary>
/// <seealso href="https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md"/>
internal sealed class HclReader
{
    private readonly string _text;
    private int _at;
    private string _comment = "";

    private HclReader(string text) => _text = text;

    /// <exception cref="FormatException">The text is not of the language.</exception>
    public static HclBlock Read(string text)
    {
        var reader = new HclReader(text);
        var file = new HclBlock("", []);
        reader.ReadBody(file, end: '\0');
        return file;
    }

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    private void ReadBody(HclBlock block, char end)
    {
        for (SkipBlank(); Current != end; SkipBlank())
        {
            var comment = _comment;
            var name = ReadName();
            SkipBlank();
            if (Current == '=')
            {
                _at++;
                Assert.True(block.Attributes.TryAdd(name, ReadValue()), $"{name} is assigned twice");
                Assert.True(EndsLine(), $"{name}: a new line comes after a value");
                continue;
            }

            var labels = new List<string>();
            for (; Current != '{'; SkipBlank())
                labels.Add(Current == '"' ? ReadText() : ReadName());
            _at++;
            var inner = new HclBlock(name, labels) { Comment = comment };
            ReadBody(inner, '}');
            _at++;
            block.Blocks.Add(inner);
        }
    }

    private object ReadValue()
    {
        SkipBlank();
        if (Current == '"')
            return ReadText();
        if (Current == '[')
            return ReadList();
        if (Current == '{')
            return ReadObject();
        if (char.IsAsciiDigit(Current))
            return ReadNumber();

        var name = ReadName();
        if (name is "true" or "false")
            return name == "true";
        if (Current != '(')
            return new HclReference(name);

        _at++;
        var argument = ReadValue();
        Expect(')');
        return name == "jsonencode" ? JsonSerializer.Serialize(argument) : throw Wrong($"the function {name} is not known");
    }

    private List<object> ReadList()
    {
        var items = new List<object>();
        _at++;
        for (SkipBlank(); Current != ']'; SkipBlank())
        {
            items.Add(ReadValue());
            SkipBlank();
            if (Current != ']')
                Expect(',');
        }

        _at++;
        return items;
    }

    private Dictionary<string, object> ReadObject()
    {
        var items = new Dictionary<string, object>(StringComparer.Ordinal);
        _at++;
        for (SkipBlank(); Current != '}'; SkipBlank())
        {
            var key = Current == '"' ? ReadText() : ReadName();
            Expect('=');
            Assert.True(items.TryAdd(key, ReadValue()), $"{key} is assigned twice");
            if (!EndsLine() && Current != '}')
                Expect(',');
        }

        _at++;
        return items;
    }

    private string ReadText()
    {
        var text = new StringBuilder();
        for (_at++; Current != '"'; _at++)
        {
            var next = _at + 1 < _text.Length ? _text[_at + 1] : '\0';
            if (Current is '\0' or '\n' or '\r')
                throw Wrong("a text ends on its line");
            if (Current == '\\')
                text.Append(next is '"' or '\\' ? _text[++_at] : throw Wrong("an escape that no fix needs"));
            else if (Current is '$' or '%' && next == '{')
                throw Wrong("Terraform would work this text out");
            else if (Current is '$' or '%' && next == Current && _at + 2 < _text.Length && _text[_at + 2] == '{')
                (_, _at) = (text.Append(Current).Append('{'), _at + 2);
            else
                text.Append(Current);
        }

        _at++;
        return text.ToString();
    }

    private decimal ReadNumber()
    {
        var start = _at;
        while (char.IsAsciiDigit(Current) || Current == '.')
            _at++;
        return decimal.Parse(_text[start.._at], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    private string ReadName()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Current) || Current is '_' or '-' or '.')
            _at++;
        return _at > start ? _text[start.._at] : throw Wrong("a name is missing");
    }

    private void Expect(char letter)
    {
        SkipBlank();
        if (Current != letter)
            throw Wrong($"a {letter} is missing");
        _at++;
    }

    private bool EndsLine()
    {
        while (Current == ' ')
            _at++;
        return Current is '\n' or '\0' or '#';
    }

    private void SkipBlank()
    {
        _comment = "";
        while (Current is ' ' or '\n' or '#')
        {
            if (Current != '#')
            {
                _at++;
                continue;
            }

            var end = _text.IndexOf('\n', _at);
            end = end < 0 ? _text.Length : end;
            _comment += _text[_at..end];
            _at = end;
        }
    }

    private FormatException Wrong(string why) => new($"{why}, at {_at}: {_text}");
}
