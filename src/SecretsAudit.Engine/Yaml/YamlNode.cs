namespace SecretsAudit.Engine.Yaml;

/// <summary>A node of a YAML document, with its place.</summary>
/// <param name="At">Where it begins.</param>
internal abstract record YamlNode(DocumentPosition At)
{
    /// <summary>The node's kind, in words for an error message.</summary>
    public abstract string Kind { get; }
}

/// <summary>A scalar.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Value">Its text, unescaped and unfolded.</param>
/// <param name="IsPlain">True when it is written without quotes and not as a block.</param>
/// <param name="Index">Where it begins in the file, as a character index from 0.</param>
internal sealed record YamlText(DocumentPosition At, string Value, bool IsPlain, int Index) : YamlNode(At)
{
    public override string Kind => "a text";
}

/// <summary>A sequence.</summary>
internal sealed record YamlList(DocumentPosition At, IReadOnlyList<YamlNode> Items) : YamlNode(At)
{
    public override string Kind => "a list";
}

/// <summary>A mapping, in the file's order; keys are unique.</summary>
internal sealed record YamlMap(DocumentPosition At, IReadOnlyList<YamlEntry> Entries) : YamlNode(At)
{
    public override string Kind => "a mapping";

    public YamlNode? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key.Value == key)
                return entry.Value;
        }

        return null;
    }
}

/// <summary>One entry of a mapping.</summary>
internal sealed record YamlEntry(YamlText Key, YamlNode Value);
