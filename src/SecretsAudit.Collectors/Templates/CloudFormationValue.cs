using System.Text;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>
/// Whether a CloudFormation template shows the value that it gives a secret: written out, as a parameter's default, or through a parameter whose
/// value everybody sees who may describe the stack. What dynamic references and other resources give is filled in at deployment, unseen.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html#creds"/>
internal sealed class CloudFormationValue(TemplateMap template, Intrinsics values, TemplateFacts facts)
{
    private const int LongestText = 100_000;
    private const int DeepestCalls = 60;

    private readonly Dictionary<string, string> _defaults = new(StringComparer.Ordinal);
    private readonly HashSet<string> _echoed = new(StringComparer.Ordinal);

    /// <summary>How the value is shown, as a clause; absent when it is not.</summary>
    /// <param name="node">What stands in the property.</param>
    /// <param name="property">The property's name.</param>
    public Fact<string> ShownBy(TemplateNode? node, string property)
    {
        if (node is TemplateMap { Entries: [{ Key: "Fn::If", Value: TemplateList { Items: [TemplateText { Value: { } condition }, var yes, var no] } }] })
        {
            var holds = values.Holds(condition);
            var first = holds == false ? facts.Absent<string>() : ShownBy(yes, property);
            return first.IsAbsent && holds != true ? ShownBy(no, property) : first;
        }

        _defaults.Clear();
        _echoed.Clear();
        var text = node is null ? "" : Written(node, 0);
        if (text.Length > LongestText)
            return facts.Open<string>("its value is too long to be looked at");

        // A hole that is not asked about is like any other; what is filled in is asked about one by one.
        string Without(string? asked) => _defaults.Keys.Concat(_echoed).Where(name => name != asked).Aggregate(text, (left, name) => left.Replace(HoleOf(name), WrittenCredential.Hole, StringComparison.Ordinal));
        if (WrittenCredential.IsIn(Without(null)))
            return facts.Known($"{property} is written out");
        if (_defaults.FirstOrDefault(standard => WrittenCredential.IsIn(Without(standard.Key).Replace(HoleOf(standard.Key), standard.Value, StringComparison.Ordinal))).Key is { } name)
            return facts.Known($"the default of the parameter {name} is part of it");

        var echoed = _echoed.FirstOrDefault(name => WrittenCredential.Belongs(Without(name), HoleOf(name)));
        return echoed is null ? facts.Absent<string>() : facts.Known($"the parameter {echoed} has no NoEcho");
    }

    private string Written(TemplateNode node, int depth) => depth > DeepestCalls ? WrittenCredential.Hole : node switch
    {
        TemplateText { Value: { } text } => WithoutReferences(text),
        TemplateMap map when map.IsSingle(out var call) && (call.Key == "Ref" || call.Key.StartsWith("Fn::", StringComparison.Ordinal)) => Called(call, depth + 1),
        TemplateList or TemplateMap => Resolved.JsonOf(Leaves(node, depth + 1)),
        _ => "",
    };

    private string Called(TemplateEntry call, int depth) => (call.Key, call.Value) switch
    {
        ("Ref", TemplateText { Value: { } name }) => Ref(name),
        ("Fn::Sub", TemplateText { Value: { } pattern }) => Sub(pattern, null, depth),
        ("Fn::Sub", TemplateList { Items: [TemplateText { Value: { } pattern }, TemplateMap names] }) => Sub(pattern, names, depth),
        ("Fn::Join", TemplateList { Items: [TemplateText { Value: var separator }, TemplateList { Items: var items }] }) => string.Join(separator, items.Select(item => Written(item, depth))),
        ("Fn::ToJsonString", var json) => Resolved.JsonOf(Leaves(json, depth)),
        ("Fn::Base64", var plain) => Written(plain, depth),
        ("Fn::If", TemplateList { Items: [TemplateText { Value: { } condition }, var yes, var no] }) => Written(values.Holds(condition) == false ? no : yes, depth),
        ("Fn::FindInMap", _) when values.Resolve(new TemplateMap(call.Line, call.Column, [call])).Node is TemplateText { Value: { } mapped } => WithoutReferences(mapped),
        _ => WrittenCredential.Hole,
    };

    // A structure with its functions carried out as far as they show something.
    private TemplateNode Leaves(TemplateNode node, int depth) => node switch
    {
        TemplateMap map when !(map.IsSingle(out var call) && (call.Key == "Ref" || call.Key.StartsWith("Fn::", StringComparison.Ordinal))) && depth <= DeepestCalls =>
            map with { Entries = [.. map.Entries.Select(entry => entry with { Value = Leaves(entry.Value, depth + 1) })] },
        TemplateList list when depth <= DeepestCalls => list with { Items = [.. list.Items.Select(item => Leaves(item, depth + 1))] },
        _ => new TemplateText(node.Line, node.Column, Written(node, depth + 1)),
    };

    private string Ref(string name)
    {
        if (template.Map("Parameters")?.Map(name) is not { } parameter || parameter.Text("Type")?.StartsWith("AWS::SSM::Parameter::Value<", StringComparison.Ordinal) == true)
            return WrittenCredential.Hole;
        if (parameter.Text("Default") is { Length: > 0 } standard)
        {
            _defaults[name] = WithoutReferences(standard);
            return HoleOf(name);
        }
        if (string.Equals(parameter.Text("NoEcho"), "true", StringComparison.OrdinalIgnoreCase))
            return WrittenCredential.Hole;

        _echoed.Add(name);
        return HoleOf(name);
    }

    private string Sub(string pattern, TemplateMap? names, int depth)
    {
        var text = new StringBuilder();
        var at = 0;
        while (pattern.IndexOf("${", at, StringComparison.Ordinal) is >= 0 and var start && pattern.IndexOf('}', start) is > 0 and var end && text.Length <= LongestText)
        {
            text.Append(pattern, at, start - at);
            var name = pattern[(start + 2)..end];
            text.Append(name is ['!', ..] ? WrittenCredential.Hole : names?[name] is { } own ? Written(own, depth) : Ref(name));
            at = end + 1;
        }
        return WithoutReferences(text.Append(pattern, at, pattern.Length - at).ToString());
    }

    private static string HoleOf(string parameter) => $"${{{parameter}}}";

    // {{resolve:secretsmanager:…}}
    private static string WithoutReferences(string text)
    {
        while (text.IndexOf("{{resolve:", StringComparison.Ordinal) is >= 0 and var start && text.IndexOf("}}", start, StringComparison.Ordinal) is > 0 and var end)
            text = string.Concat(text.AsSpan(0, start), WrittenCredential.Hole, text.AsSpan(end + 2));
        return text;
    }
}
