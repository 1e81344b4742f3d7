using System.Globalization;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>Works out CloudFormation's functions, as far as a template alone allows: what depends on a deployment stays open, with the reason.</summary>
/// <seealso href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html"/>
internal sealed class Intrinsics(TemplateMap template, Scope scope)
{
    private const int DeepestCalls = 60;
    private const int LongestText = 100_000;

    private readonly Dictionary<string, bool?> _conditions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _names = new(StringComparer.Ordinal);
    private int _depth;

    /// <summary>Whether a condition holds; null when that depends on what is not in the template.</summary>
    public bool? Holds(string name)
    {
        if (_conditions.TryGetValue(name, out var known))
            return known;

        // A condition that asks for itself stays open.
        _conditions[name] = null;
        return _conditions[name] = template.Map("Conditions")?[name] is { } condition ? Truth(condition) : null;
    }

    /// <summary>Works a value out.</summary>
    public Resolved Resolve(TemplateNode? node)
    {
        if (node is null)
            return Resolved.NoValue;
        if (++_depth > DeepestCalls)
        {
            _depth--;
            return new(null, "its functions are nested too deeply");
        }
        try
        {
            return node switch
            {
                TemplateList list => List(list),
                TemplateMap map when map.IsSingle(out var call) && (call.Key is "Ref" or "Condition" || call.Key.StartsWith("Fn::", StringComparison.Ordinal)) => Call(call),
                TemplateMap map => Map(map),
                TemplateText { Value: { } text } when IsDynamic(text) => Open("a dynamic reference"),
                _ => new(node, null),
            };
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>What <c>Ref</c> to a resource gives.</summary>
    public string? RefTo(string resource) => TypeOf(resource) switch
    {
        "AWS::KMS::Key" or "AWS::KMS::ReplicaKey" => resource,
        "AWS::KMS::Alias" => StatedName(resource, "AliasName"),
        "AWS::SecretsManager::Secret" => ArnOf(resource),
        "AWS::SSM::Parameter" or "AWS::IAM::Role" or "AWS::IAM::User" or "AWS::Lambda::Function" => resource,
        _ => null,
    };

    /// <summary>The ARN that a resource will have, with its logical id where AWS chooses a name; null for types of which that cannot be said.</summary>
    public string? ArnOf(string resource) => TypeOf(resource) switch
    {
        "AWS::KMS::Key" or "AWS::KMS::ReplicaKey" => $"arn:aws:kms:{scope.Region}:{scope.Account}:key/{resource}",
        "AWS::SecretsManager::Secret" => $"arn:aws:secretsmanager:{scope.Region}:{scope.Account}:secret:{NameOf(resource, "Name")}",
        "AWS::SSM::Parameter" => $"arn:aws:ssm:{scope.Region}:{scope.Account}:parameter/{NameOf(resource, "Name").TrimStart('/')}",
        "AWS::IAM::Role" => $"arn:aws:iam::{scope.Account}:role/{NameOf(resource, "RoleName")}",
        "AWS::IAM::User" => $"arn:aws:iam::{scope.Account}:user/{NameOf(resource, "UserName")}",
        "AWS::Lambda::Function" => $"arn:aws:lambda:{scope.Region}:{scope.Account}:function:{NameOf(resource, "FunctionName")}",
        _ => null,
    };

    /// <summary>The name that a resource states, else its logical id.</summary>
    public string NameOf(string resource, string property) => StatedName(resource, property) ?? resource;

    private string? StatedName(string resource, string property)
    {
        if (_names.TryGetValue(resource, out var known))
            return known;

        // A name that asks for itself is not stated.
        _names[resource] = null;
        return _names[resource] = Resolve(Properties(resource)?[property]).Node is TemplateText { Value: { Length: > 0 } name } ? name : null;
    }

    private string? TypeOf(string resource) => template.Map("Resources")?.Map(resource)?.Text("Type");

    private TemplateMap? Properties(string resource) => template.Map("Resources")?.Map(resource)?.Map("Properties");

    private Resolved List(TemplateList list)
    {
        var items = new List<TemplateNode>();
        foreach (var item in list.Items.Select(Resolve))
        {
            if (item.Open is not null)
                return item;
            if (item.Node is { } node)
                items.Add(node);
        }
        return new(list with { Items = items }, null);
    }

    private Resolved Map(TemplateMap map)
    {
        var entries = new List<TemplateEntry>();
        foreach (var entry in map.Entries)
        {
            var value = Resolve(entry.Value);
            if (value.Open is not null)
                return value;
            if (value.Node is { } node)
                entries.Add(entry with { Value = node });
        }
        return new(map with { Entries = entries }, null);
    }

    private Resolved Call(TemplateEntry call) => call.Key switch
    {
        "Ref" => call.Value is TemplateText { Value: { } name } ? Ref(name, call) : Open("a reference"),
        "Fn::Sub" => Sub(call),
        "Fn::Join" => Join(call),
        "Fn::GetAtt" => GetAtt(call),
        "Fn::If" => If(call),
        "Fn::Select" => Select(call),
        "Fn::Split" => Split(call),
        "Fn::FindInMap" => FindInMap(call),
        "Fn::ToJsonString" => Resolve(call.Value) is { Open: null, Node: { } node } ? Text(call, Resolved.JsonOf(node)) : Open("a JSON text"),
        _ => Open($"the function {call.Key}"),
    };

    private Resolved Ref(string name, TemplateEntry at)
    {
        if (name == "AWS::NoValue")
            return Resolved.NoValue;
        if (Pseudo(name) is { } pseudo)
            return Text(at, pseudo);
        if (template.Map("Parameters")?.Map(name) is { } parameter)
            return parameter["Default"] is { } standard && DefaultOf(parameter.Text("Type"), standard) is { } value ? new(value, null) : Open($"the parameter {name}");
        return RefTo(name) is { } reference ? Text(at, reference) : Open($"the resource {name}");
    }

    // The default of a parameter that reads Parameter Store is a parameter's name, not its value; that of a list is one text.
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
    private static TemplateNode? DefaultOf(string? type, TemplateNode standard) => type switch
    {
        { } named when named.StartsWith("AWS::SSM::Parameter::Value<", StringComparison.Ordinal) => null,
        { } list when (list == "CommaDelimitedList" || list.StartsWith("List<", StringComparison.Ordinal)) && standard is TemplateText { Value: { } text } =>
            new TemplateList(standard.Line, standard.Column, [.. text.Split(',', StringSplitOptions.TrimEntries).Select(item => new TemplateText(standard.Line, standard.Column, item))]),
        _ => standard,
    };

    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
    private static bool IsDynamic(string text) => text.Contains("{{resolve:", StringComparison.Ordinal);

    private string? Pseudo(string name) => name switch
    {
        "AWS::AccountId" => scope.Account,
        "AWS::Region" => scope.Region,
        "AWS::Partition" => "aws",
        "AWS::URLSuffix" => "amazonaws.com",
        "AWS::StackName" => "stack",
        _ => null,
    };

    private Resolved GetAtt(TemplateEntry call)
    {
        if (call.Value is not TemplateList { Items: [TemplateText { Value: { } resource }, TemplateText { Value: { } attribute }] })
            return call.Value is TemplateText { Value: { } text } && text.Split('.', 2) is [var left, var right] ? Attribute(left, right, call) : Open("an attribute");
        return Attribute(resource, attribute, call);
    }

    private Resolved Attribute(string resource, string attribute, TemplateEntry at) => attribute switch
    {
        "Arn" or "Id" when ArnOf(resource) is { } arn => Text(at, arn),
        "KeyId" when RefTo(resource) is { } id => Text(at, id),
        _ => Open($"{resource}.{attribute}"),
    };

    private Resolved Sub(TemplateEntry call)
    {
        var (pattern, names) = call.Value switch
        {
            TemplateText { Value: { } text } => (text, null),
            TemplateList { Items: [TemplateText { Value: { } text }, TemplateMap map] } => (text, map),
            _ => (null, null),
        };
        if (pattern is null)
            return Open("a text");

        var result = new System.Text.StringBuilder();
        var at = 0;
        while (pattern.IndexOf("${", at, StringComparison.Ordinal) is >= 0 and var start && pattern.IndexOf('}', start) is > 0 and var end)
        {
            result.Append(pattern, at, start - at);
            var name = pattern[(start + 2)..end];
            at = end + 1;
            // ${!Literal} stands for ${Literal}.
            if (name.StartsWith('!'))
            {
                result.Append("${").Append(name, 1, name.Length - 1).Append('}');
                continue;
            }
            var value = names?[name] is { } own ? Resolve(own) : name.Split('.', 2) is [var resource, var attribute] ? Attribute(resource, attribute, call) : Ref(name, call);
            if (value.Node is not TemplateText { Value: { } text })
                return value.Open is null ? Open($"the text of {name}") : value;
            result.Append(text);
            if (result.Length > LongestText)
                return Open("a text that is too long");
        }
        return Text(call, result.Append(pattern, at, pattern.Length - at).ToString());
    }

    private Resolved Join(TemplateEntry call)
    {
        if (call.Value is not TemplateList { Items: [TemplateText { Value: var separator }, var list] })
            return Open("a joined text");
        var items = Resolve(list);
        if (items.Open is not null)
            return items;
        return items.Node is TemplateList { Items: var texts } && texts.All(text => text is TemplateText)
            ? Text(call, string.Join(separator ?? "", texts.Cast<TemplateText>().Select(text => text.Value)))
            : Open("a joined text");
    }

    private Resolved If(TemplateEntry call)
    {
        if (call.Value is not TemplateList { Items: [TemplateText { Value: { } condition }, var yes, var no] })
            return Open("a choice");
        return Holds(condition) switch { true => Resolve(yes), false => Resolve(no), _ => Open($"the condition {condition}") };
    }

    private Resolved Select(TemplateEntry call)
    {
        if (call.Value is not TemplateList { Items: [var index, var list] })
            return Open("a selected value");
        var (chosen, items) = (Resolve(index), Resolve(list));
        return chosen.Node is TemplateText { Value: var text } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && items.Node is TemplateList { Items: var values } && number < values.Count
            ? new(values[number], null)
            : Open(chosen.Open ?? items.Open ?? "a selected value", isReason: chosen.Open is not null || items.Open is not null);
    }

    private Resolved Split(TemplateEntry call)
    {
        if (call.Value is not TemplateList { Items: [TemplateText { Value: { Length: > 0 } separator }, var text] })
            return Open("a split text");
        var whole = Resolve(text);
        return whole.Node is TemplateText { Value: { } value }
            ? new(new TemplateList(call.Line, call.Column, [.. value.Split(separator).Select(part => new TemplateText(call.Line, call.Column, part))]), null)
            : whole.Open is null ? Open("a split text") : whole;
    }

    private Resolved FindInMap(TemplateEntry call)
    {
        if (call.Value is not TemplateList { Items: { Count: >= 3 } items })
            return Open("a value of a mapping");
        var keys = items.Take(3).Select(Resolve).ToList();
        if (keys.Find(key => key.Open is not null) is { Open: not null } open)
            return open;
        var texts = keys.Select(key => (key.Node as TemplateText)?.Value ?? "").ToList();
        return template.Map("Mappings")?.Map(texts[0])?.Map(texts[1])?[texts[2]] is { } found ? new(found, null)
            // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap-enhancements.html
            : items is [_, _, _, TemplateMap { Entries: [{ Key: "DefaultValue", Value: var standard }] }] ? Resolve(standard) : Open($"the mapping {texts[0]}");
    }

    private bool? Truth(TemplateNode node)
    {
        if (node is not TemplateMap map || !map.IsSingle(out var call))
            return node is TemplateText { Value: "true" or "false" } text ? text.Value == "true" : null;

        var operands = (call.Value as TemplateList)?.Items ?? [call.Value];
        switch (call.Key)
        {
            case "Condition":
                return call.Value is TemplateText { Value: { } name } ? Holds(name) : null;
            case "Fn::Not":
                return operands.Count == 1 ? !Truth(operands[0]) : null;
            case "Fn::And":
                var all = operands.Select(Truth).ToList();
                return all.Contains(false) ? false : all.Contains(null) ? null : true;
            case "Fn::Or":
                var any = operands.Select(Truth).ToList();
                return any.Contains(true) ? true : any.Contains(null) ? null : false;
            case "Fn::Equals" when operands.Count == 2:
                return Resolve(operands[0]).Node is TemplateText left && Resolve(operands[1]).Node is TemplateText right ? left.Value == right.Value : null;
            default:
                return null;
        }
    }

    private static Resolved Text(TemplateEntry at, string text) => IsDynamic(text) ? Open("a dynamic reference") : new(new TemplateText(at.Line, at.Column, text), null);

    private static Resolved Open(string what, bool isReason = false) => new(null, isReason ? what : $"it depends on {what}, which is known only when the template is deployed");
}
