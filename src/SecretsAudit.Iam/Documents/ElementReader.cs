namespace SecretsAudit.Iam.Documents;

/// <summary>Reads an object's elements and reports what is unknown, repeated or of the wrong type.</summary>
internal sealed class ElementReader(SourceText source)
{
    public void RefuseUnknown(SourceNode node, params ReadOnlySpan<string> known)
    {
        RefuseRepeated(node);
        foreach (var (name, offset, _) in node.Members)
        {
            if (!known.Contains(name))
                source.Report(ProblemSeverity.Error, offset, node.Path, $"'{Shown(name)}' is no element here; expected {string.Join(", ", known!)}.");
        }
    }

    public void RefuseRepeated(SourceNode node)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, offset, _) in node.Members)
        {
            if (!seen.Add(name))
                source.Report(ProblemSeverity.Error, offset, node.Path, $"The element '{Shown(name)}' occurs twice.");
        }
    }

    public string? OptionalText(SourceNode node, string name)
    {
        if (node.Find(name) is not { } value)
            return null;
        if (value.IsString)
            return value.Text;

        source.Error(value, $"{name} is a text.");
        return null;
    }

    /// <summary>A text or a list of texts, at least one.</summary>
    public IReadOnlyList<SourceNode> Texts(SourceNode value, string name)
    {
        var nodes = value.AsList;
        if (nodes.Count == 0)
            source.Error(value, $"{name} has no entry.");

        foreach (var node in nodes)
        {
            if (!node.IsString)
                source.Error(node, $"An entry of {name} is a text.");
        }

        return [.. nodes.Where(node => node.IsString)];
    }

    /// <summary>A text out of the policy, cut to a length that fits a message.</summary>
    public static string Shown(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 77), "...");
}
