namespace SecretsAudit.Engine.Yaml;

/// <summary>Takes the entries of a mapping one by one; what nobody took is an error, so a misspelt key cannot pass unseen.</summary>
/// <param name="map">The mapping.</param>
/// <param name="errors">Receives what is wrong.</param>
internal sealed class MapReader(YamlMap map, ErrorList errors)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public DocumentPosition At => map.At;

    /// <summary>An entry of any kind; null when it is not there.</summary>
    public YamlNode? Optional(string key)
    {
        _asked.Add(key);
        return map.Find(key);
    }

    /// <summary>A text that may be missing.</summary>
    public YamlText? OptionalText(string key) => Optional(key) is { } node ? As<YamlText>(key, node, "a text") : null;

    /// <summary>A list that may be missing.</summary>
    public YamlList? OptionalList(string key) => Optional(key) is { } node ? As<YamlList>(key, node, "a list") : null;

    /// <summary>A mapping that may be missing.</summary>
    public YamlMap? OptionalMap(string key) => Optional(key) is { } node ? As<YamlMap>(key, node, "a mapping") : null;

    /// <summary>A text that must be there and not be empty; an empty stand-in at the mapping's place when it is not.</summary>
    public YamlText Text(string key)
    {
        var text = Optional(key) is { } node ? As<YamlText>(key, node, "a text") : Missing(key);
        if (text is not null && string.IsNullOrWhiteSpace(text.Value))
            errors.Add(text.At, $"'{key}' is empty.");

        return text ?? new(map.At, "", IsPlain: true, Index: 0);
    }

    /// <summary>A list of texts that may be missing.</summary>
    public IReadOnlyList<YamlText> Texts(string key) => OptionalList(key) is { } list ? TextsOf(list, errors) : [];

    /// <summary>The texts of a list; anything else in it is an error.</summary>
    public static IReadOnlyList<YamlText> TextsOf(YamlList list, ErrorList errors)
    {
        foreach (var item in list.Items.Where(item => item is not YamlText))
            errors.Add(item.At, $"A text is expected here, not {item.Kind}.");

        return [.. list.Items.OfType<YamlText>()];
    }

    /// <summary>Reports the entries that nobody asked for.</summary>
    public void Finish()
    {
        foreach (var entry in map.Entries.Where(entry => !_asked.Contains(entry.Key.Value)))
        {
            var hint = Spelling.DidYouMean(entry.Key.Value, _asked) ?? $"Known here: {string.Join(", ", _asked.Order(StringComparer.Ordinal))}.";
            errors.Add(entry.Key.At, $"Unknown key '{entry.Key.Value}'.", hint);
        }
    }

    private YamlText? Missing(string key)
    {
        errors.Add(map.At, $"'{key}' is missing.");
        return null;
    }

    private T? As<T>(string key, YamlNode node, string kind)
        where T : YamlNode
    {
        if (node is T wanted)
            return wanted;

        errors.Add(node.At, $"'{key}' must be {kind}, not {node.Kind}.");
        return null;
    }
}
