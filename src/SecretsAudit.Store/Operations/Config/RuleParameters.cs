using System.Globalization;
using System.Text.Json;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>A rule's input parameters.</summary>
internal sealed class RuleParameters
{
    public static readonly RuleParameters None = new([]);

    private readonly Dictionary<string, string> _values;

    private RuleParameters(Dictionary<string, string> values) => _values = values;

    public IEnumerable<string> Names => _values.Keys;

    public string? Text(string name) => _values.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    public int? Number(string name) => Text(name) is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <exception cref="InvalidParameterValueException">It is not a JSON object of texts.</exception>
    public static RuleParameters Read(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return None;
        }

        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = 3 });
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new(document.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.ToString(), StringComparer.Ordinal))
                : throw new InvalidParameterValueException($"Invalid json {json} passed in the InputParameters field");
        }
        catch (JsonException)
        {
            throw new InvalidParameterValueException($"Invalid json {json} passed in the InputParameters field");
        }
    }
}
