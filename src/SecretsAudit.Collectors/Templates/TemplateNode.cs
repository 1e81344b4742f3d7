using System.Diagnostics.CodeAnalysis;

namespace SecretsAudit.Collectors;

/// <summary>A piece of a template with its place.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal abstract record TemplateNode(int Line, int Column);

/// <summary>A text, a number or a truth value, as written; null for a null.</summary>
internal sealed record TemplateText(int Line, int Column, string? Value) : TemplateNode(Line, Column);

/// <summary>A list.</summary>
internal sealed record TemplateList(int Line, int Column, IReadOnlyList<TemplateNode> Items) : TemplateNode(Line, Column);

/// <summary>A mapping, in its order; of a key that is there twice the last one counts, as it does for AWS.</summary>
internal sealed record TemplateMap(int Line, int Column, IReadOnlyList<TemplateEntry> Entries) : TemplateNode(Line, Column)
{
    /// <summary>The value of a key; null when it is not there.</summary>
    public TemplateNode? this[string key] => Entries.LastOrDefault(entry => entry.Key == key)?.Value;

    /// <summary>A mapping under a key; null when there is none.</summary>
    public TemplateMap? Map(string key) => this[key] as TemplateMap;

    /// <summary>The items of a list under a key.</summary>
    public IReadOnlyList<TemplateNode> List(string key) => (this[key] as TemplateList)?.Items ?? [];

    /// <summary>A text under a key; null when there is none.</summary>
    public string? Text(string key) => (this[key] as TemplateText)?.Value;

    /// <summary>The only entry: how a call of an intrinsic function is written.</summary>
    public bool IsSingle([NotNullWhen(true)] out TemplateEntry? entry)
    {
        entry = Entries is [var only] ? only : null;
        return entry is not null;
    }
}

/// <summary>The value of a secret: whoever reads texts, lists and mappings sees nothing of it, only who judges whether the file shows it.</summary>
internal sealed record TemplateValue : TemplateNode
{
    private readonly TemplateNode _value;

    public TemplateValue(TemplateNode value)
        : base(value.Line, value.Column)
        => _value = value;

    /// <summary>What is there, for a judge of values.</summary>
    public static TemplateNode? Opened(TemplateNode? node) => node is TemplateValue value ? value._value : node;
}

/// <summary>An entry of a mapping.</summary>
/// <param name="Line">The line of its key.</param>
/// <param name="Column">The column of its key.</param>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
internal sealed record TemplateEntry(int Line, int Column, string Key, TemplateNode Value);
