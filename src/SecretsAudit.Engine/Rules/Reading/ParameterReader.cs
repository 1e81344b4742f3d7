using System.Text.RegularExpressions;
using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Rules.Reading;

/// <summary>Reads a rule's parameters.</summary>
internal static partial class ParameterReader
{
    private const int Most = 20;
    private static readonly string[] Reserved = [.. Enum.GetValues<RuleResource>().Select(resource => resource.Word()), "now"];

    public static IReadOnlyList<RuleParameter> Read(YamlMap? map, ErrorList errors)
    {
        if (map is null)
            return [];

        if (map.Entries.Count > Most)
            errors.Add(map.At, $"A rule has at most {Most} parameters.");

        return [.. map.Entries.Select(entry => Read(entry, errors)).OfType<RuleParameter>()];
    }

    /// <summary>A parameter's value in a file: a text, or a list for a list.</summary>
    public static object? Value(RuleParameterType type, YamlNode node, ErrorList errors)
    {
        var value = node switch
        {
            YamlList list when type == RuleParameterType.List => RuleParameterText.List([.. MapReader.TextsOf(list, errors).Select(text => text.Value)]),
            YamlText text when type != RuleParameterType.List => RuleParameterText.Parse(type, text.Value),
            _ => null,
        };
        if (value is null)
            errors.Add(node.At, $"The value must be {RuleParameterText.Expectation(type)}.");

        return value;
    }

    private static RuleParameter? Read(YamlEntry entry, ErrorList errors)
    {
        var name = entry.Key;
        if (!NameShape().IsMatch(name.Value) || Reserved.Contains(name.Value))
            errors.Add(name.At, $"'{name.Value}' cannot name a parameter.", "A name is in camel case and is neither 'now' nor a kind of resource: minimumFleet.");

        if (entry.Value is not YamlMap map)
        {
            errors.Add(entry.Value.At, "A parameter is a mapping with a type and a default.");
            return null;
        }

        var reader = new MapReader(map, errors);
        var type = WordReader.Choice<RuleParameterType>(reader.Text("type"), "parameter type", errors);
        var standard = reader.Optional("default");
        if (standard is null)
            errors.Add(map.At, "'default' is missing.");

        var parameter = new RuleParameter
        {
            Name = name.Value,
            Type = type,
            Description = reader.OptionalText("description")?.Value,
            Default = (standard is null ? null : Value(type, standard, errors)) ?? "",
            Minimum = reader.OptionalText("min") is { } minimum ? Value(type, minimum, errors) : null,
            Maximum = reader.OptionalText("max") is { } maximum ? Value(type, maximum, errors) : null,
        };
        reader.Finish();
        if (standard is not null && errors.IsEmpty && !parameter.IsWithinBounds(parameter.Default))
            errors.Add(standard.At, $"The default must be {parameter.Bounds()}.");

        return parameter;
    }

    [GeneratedRegex(@"\A[a-z][A-Za-z0-9]{0,39}\z", RegexOptions.NonBacktracking)]
    private static partial Regex NameShape();
}
