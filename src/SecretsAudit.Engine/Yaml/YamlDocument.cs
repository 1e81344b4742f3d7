using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SecretsAudit.Engine.Yaml;

/// <summary>Reads one YAML document into nodes, within bounds. Anchors, aliases, tags and directives are refused: no file of ours needs them.</summary>
internal sealed class YamlDocument
{
    internal const int LongestFile = 262_144;
    internal const int LongestScalar = 16_384;
    internal const int DeepestNesting = 16;
    internal const int MostNodes = 20_000;

    private readonly Parser _parser;
    private readonly string _file;
    private int _nodes;

    private YamlDocument(string file, string text)
    {
        _file = file;
        _parser = new(new Scanner(new StringReader(text), skipComments: true));
    }

    /// <summary>Reads the document; null, and an error in the list, when it cannot be read.</summary>
    /// <param name="file">The file's path, for error messages.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="errors">Receives what is wrong.</param>
    public static YamlNode? Read(string file, string text, ErrorList errors)
    {
        if (text.Length > LongestFile)
        {
            errors.Add(new(file, 1, 1), $"The file has {text.Length} characters; at most {LongestFile} are read.");
            return null;
        }

        var document = new YamlDocument(file, text);
        try
        {
            return document.ReadDocument();
        }
        catch (Exception lost) when (lost is InvalidOperationException or ArgumentException)
        {
            // The scanner loses its way in some texts that are no YAML, and says so in these manners.
            errors.Add(Position(file, document._parser.Current?.End ?? Mark.Empty), "This is not YAML from here on.");
            return null;
        }
        catch (YamlException broken)
        {
            errors.Add(Position(file, broken.Start), broken is Refusal ? broken.Message : $"This is not YAML: {Sentence(broken)}");
            return null;
        }
    }

    private YamlNode ReadDocument()
    {
        Next<StreamStart>();
        if (_parser.Current is StreamEnd end)
            throw new Refusal(end.Start, "The file is empty.");

        if (_parser.Current is DocumentStart start && (start.Version is not null || HasOwnTags(start)))
            throw new Refusal(start.Start, "YAML directives are not allowed.");

        Next<DocumentStart>();
        var root = ReadNode(0);
        Next<DocumentEnd>();
        return _parser.Current is StreamEnd ? root : throw new Refusal(_parser.Current!.Start, "One file holds one document.");
    }

    // The parser adds the two standard tag handles by itself.
    private static bool HasOwnTags(DocumentStart start) => start.Tags?.Any(tag => tag.Handle is not ("!" or "!!")) ?? false;

    private YamlNode ReadNode(int depth)
    {
        var current = _parser.Current!;
        if (++_nodes > MostNodes)
            throw new Refusal(current.Start, $"The file has more than {MostNodes} values.");

        if (depth > DeepestNesting)
            throw new Refusal(current.Start, $"Values are nested more than {DeepestNesting} deep.");

        if (current is AnchorAlias || current is NodeEvent { Anchor.IsEmpty: false })
            throw new Refusal(current.Start, "Anchors and aliases are not allowed.");

        if (current is NodeEvent { Tag.IsEmpty: false })
            throw new Refusal(current.Start, "Tags such as !!str are not allowed.");

        return current switch
        {
            Scalar => ReadText(),
            SequenceStart => ReadList(depth),
            MappingStart => ReadMap(depth),
            _ => throw new Refusal(current.Start, "A value is expected here."),
        };
    }

    private YamlText ReadText()
    {
        var scalar = (Scalar)_parser.Current!;
        if (scalar.Value.Length > LongestScalar)
            throw new Refusal(scalar.Start, $"The text has more than {LongestScalar} characters.");

        _parser.MoveNext();
        return new(Position(_file, scalar.Start), scalar.Value, scalar.Style == ScalarStyle.Plain, (int)scalar.Start.Index);
    }

    private YamlList ReadList(int depth)
    {
        var at = Position(_file, _parser.Current!.Start);
        _parser.MoveNext();
        var items = new List<YamlNode>();
        while (_parser.Current is not SequenceEnd)
            items.Add(ReadNode(depth + 1));

        _parser.MoveNext();
        return new(at, items);
    }

    private YamlMap ReadMap(int depth)
    {
        var at = Position(_file, _parser.Current!.Start);
        _parser.MoveNext();
        var entries = new List<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (_parser.Current is not MappingEnd)
        {
            var start = _parser.Current!.Start;
            if (ReadNode(depth + 1) is not YamlText key)
                throw new Refusal(start, "A key must be a text.");

            if (!keys.Add(key.Value))
                throw new Refusal(start, $"The key '{key.Value}' is here twice.");

            entries.Add(new(key, ReadNode(depth + 1)));
        }

        _parser.MoveNext();
        return new(at, entries);
    }

    private void Next<T>()
        where T : ParsingEvent
    {
        if (_parser.Current is null)
            _parser.MoveNext();

        if (_parser.Current is not T)
            throw new Refusal(_parser.Current!.Start, "One file holds one document.");

        _parser.MoveNext();
    }

    private static string Sentence(YamlException broken) => broken.Message.TrimEnd('.') + ".";

    private static DocumentPosition Position(string file, Mark mark) => new(file, Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));

    /// <summary>YAML that is well formed and still refused.</summary>
    private sealed class Refusal(Mark at, string message) : YamlException(at, at, message);
}
