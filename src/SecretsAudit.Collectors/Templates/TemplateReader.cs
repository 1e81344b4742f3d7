using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SecretsAudit.Collectors;

/// <summary>
/// Reads a template, which is YAML with CloudFormation's short forms, or JSON, which is YAML too. Bounded in size, depth and number of values.
/// Where a template holds the value of a secret, the value is closed to what reads the template.
/// </summary>
internal sealed class TemplateReader
{
    internal const int LongestFile = 32 * 1024 * 1024;
    private const int MostNodes = 2_000_000;
    private const int DeepestNesting = 100;

    // The members that hold values.
    private static readonly HashSet<string> Values = new(StringComparer.Ordinal) { "SecretString", "secret_string", "secret_binary", "insecure_value", "value_wo", "secret_string_wo" };

    private readonly Parser _parser;
    // With the number of values of each: what an alias repeats counts again.
    private readonly Dictionary<string, (TemplateNode Node, int Count)> _anchors = new(StringComparer.Ordinal);
    private int _nodes;

    private TemplateReader(string text) => _parser = new Parser(new Scanner(new StringReader(text), skipComments: true));

    /// <summary>Reads the template.</summary>
    /// <exception cref="InventorySourceException">It cannot be read; the message names the line.</exception>
    public static TemplateMap Read(string path, string text)
    {
        try
        {
            // Tabs indent JSON now and then, and are no indentation in YAML; outside of texts a blank means the same.
            var reader = new TemplateReader(text.AsSpan().TrimStart().StartsWith("{") ? text.Replace('\t', ' ') : text);
            reader._parser.Consume<StreamStart>();
            reader._parser.Consume<DocumentStart>();
            return reader.ReadNode(0) as TemplateMap ?? throw new InventorySourceException($"{path}: a template is a mapping.");
        }
        catch (YamlException broken)
        {
            throw new InventorySourceException($"{path}:{broken.Start.Line}: this is no template: {broken.Message.TrimEnd('.')}.", broken);
        }
        catch (Exception lost) when (lost is InvalidOperationException or ArgumentException)
        {
            throw new InventorySourceException($"{path}: this is no template.", lost);
        }
    }

    private TemplateNode ReadNode(int depth)
    {
        var current = _parser.Current!;
        if (++_nodes > MostNodes || depth > DeepestNesting)
            throw new YamlException(current.Start, current.End, "the template is nested too deeply or has too many values");

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            if (!_anchors.TryGetValue(alias.Value.Value, out var anchored))
                throw new YamlException(alias.Start, alias.End, $"there is no anchor {alias.Value.Value}");
            if ((_nodes += anchored.Count) > MostNodes)
                throw new YamlException(alias.Start, alias.End, "the template has too many values, those that its aliases repeat included");

            return anchored.Node;
        }

        var before = _nodes;
        var node = (NodeEvent)current;
        var (line, column) = ((int)node.Start.Line, (int)node.Start.Column);
        var tag = node.Tag.IsEmpty || node.Tag.IsNonSpecific ? null : node.Tag.Value;
        TemplateNode read = node switch
        {
            Scalar => ReadText(line, column),
            SequenceStart => ReadList(line, column, depth),
            _ => ReadMap(line, column, depth),
        };
        if (tag is { Length: > 1 } && tag[0] == '!')
            read = Function(tag[1..], read);
        if (!node.Anchor.IsEmpty)
            _anchors[node.Anchor.Value] = (read, _nodes - before);
        return read;
    }

    // !Ref and !Condition stand for themselves, !Sub for Fn::Sub, and so on.
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
    private static TemplateMap Function(string name, TemplateNode argument)
    {
        var full = name is "Ref" or "Condition" ? name : $"Fn::{name}";
        if (full == "Fn::GetAtt" && argument is TemplateText { Value: { } text } && text.Split('.', 2) is [var resource, var attribute])
            argument = new TemplateList(argument.Line, argument.Column, [new TemplateText(argument.Line, argument.Column, resource), new TemplateText(argument.Line, argument.Column, attribute)]);
        return new(argument.Line, argument.Column, [new(argument.Line, argument.Column, full, argument)]);
    }

    private TemplateText ReadText(int line, int column)
    {
        var scalar = _parser.Consume<Scalar>();
        return new(line, column, scalar is { Style: ScalarStyle.Plain, Value: "" or "null" or "~" } ? null : scalar.Value);
    }

    private TemplateList ReadList(int line, int column, int depth)
    {
        _parser.Consume<SequenceStart>();
        var items = new List<TemplateNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(depth + 1));
        return new(line, column, items);
    }

    private TemplateMap ReadMap(int line, int column, int depth)
    {
        _parser.Consume<MappingStart>();
        var entries = new List<TemplateEntry>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = _parser.Consume<Scalar>();
            var value = ReadNode(depth + 1);
            entries.Add(new((int)key.Start.Line, (int)key.Start.Column, key.Value, Values.Contains(key.Value) ? new TemplateValue(value) : value));
        }
        return new(line, column, entries);
    }
}
