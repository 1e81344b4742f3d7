using System.Text.Json;
using System.Text.Unicode;

namespace SecretsAudit.Iam.Documents;

/// <summary>Reads JSON into <see cref="SourceNode"/>s, with positions and bounded depth, and collects problems.</summary>
internal sealed class SourceText
{
    /// <summary>A policy nests six deep; anything beyond this is an attack or a mistake.</summary>
    private const int MaxDepth = 16;

    private readonly byte[] _utf8;
    private readonly List<int> _lineStarts = [0];

    public SourceText(byte[] utf8)
    {
        _utf8 = utf8;
        for (var i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == (byte)'\n')
                _lineStarts.Add(i + 1);
        }
    }

    public List<PolicyProblem> Problems { get; } = [];

    public bool HasErrors => Problems.Exists(problem => problem.Severity == ProblemSeverity.Error);

    public void Error(SourceNode node, string message) => Report(ProblemSeverity.Error, node.Offset, node.Path, message);

    public void Warn(SourceNode node, string message) => Report(ProblemSeverity.Warning, node.Offset, node.Path, message);

    public void Report(ProblemSeverity severity, int offset, string path, string message)
    {
        if (Problems.Count < PolicyParse.MaxProblems)
            Problems.Add(new PolicyProblem { Severity = severity, Position = PositionAt(offset), Path = path, Message = message });
    }

    public TextPosition PositionAt(int offset)
    {
        offset = Math.Clamp(offset, 0, _utf8.Length);
        var line = _lineStarts.BinarySearch(offset);
        if (line < 0)
            line = ~line - 1;

        var column = 1;
        for (var i = _lineStarts[line]; i < offset; i++)
        {
            if ((_utf8[i] & 0xC0) != 0x80)
                column++;
        }

        return new TextPosition(line + 1, column);
    }

    /// <summary>The root value, or null with a problem when the text is not one JSON value.</summary>
    public SourceNode? ReadRoot()
    {
        if (!Utf8.IsValid(_utf8))
        {
            Report(ProblemSeverity.Error, 0, "", "The policy is not valid UTF-8.");
            return null;
        }

        var reader = new Utf8JsonReader(_utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            reader.Read();
            var root = Read(ref reader, null, null, -1);
            reader.Read(); // nothing may follow; the reader throws if something does
            return root;
        }
        catch (JsonException refused)
        {
            var line = Math.Clamp((int)(refused.LineNumber ?? 0), 0, _lineStarts.Count - 1);
            Report(ProblemSeverity.Error, _lineStarts[line] + (int)(refused.BytePositionInLine ?? 0), "", "This is not well-formed JSON, or it nests too deep.");
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate: the reader can tokenize it but no text can hold it.
            Report(ProblemSeverity.Error, (int)reader.TokenStartIndex, "", "The string contains half of a surrogate pair.");
        }

        return null;
    }

    private SourceNode Read(ref Utf8JsonReader reader, SourceNode? parent, string? name, int index)
    {
        var kind = reader.TokenType;
        var offset = (int)reader.TokenStartIndex;
        if (kind is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return new SourceNode(kind, offset, parent, name, index) { Text = TextOf(ref reader) };

        var node = new SourceNode(kind, offset, parent, name, index);
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            if (kind == JsonTokenType.StartArray)
                node.Items.Add(Read(ref reader, node, null, node.Items.Count));
            else
                ReadMember(ref reader, node);
        }

        return node;
    }

    private void ReadMember(ref Utf8JsonReader reader, SourceNode node)
    {
        var name = reader.GetString()!;
        var offset = (int)reader.TokenStartIndex;
        reader.Read();
        node.Members.Add((name, offset, Read(ref reader, node, name, -1)));
    }

    private static string TextOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number => System.Text.Encoding.ASCII.GetString(reader.ValueSpan),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "",
    };
}
