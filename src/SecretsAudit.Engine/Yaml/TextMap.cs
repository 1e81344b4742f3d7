namespace SecretsAudit.Engine.Yaml;

/// <summary>Reads mappings of texts to texts.</summary>
internal static class TextMap
{
    /// <summary>The texts by their keys; anything else in the mapping is an error.</summary>
    public static Dictionary<string, string> Read(YamlMap map, ErrorList errors)
    {
        foreach (var entry in map.Entries.Where(entry => entry.Value is not YamlText))
            errors.Add(entry.Value.At, $"'{entry.Key.Value}' must be a text, not {entry.Value.Kind}.");

        return map.Entries.Where(entry => entry.Value is YamlText)
            .ToDictionary(entry => entry.Key.Value, entry => ((YamlText)entry.Value).Value, StringComparer.Ordinal);
    }
}
