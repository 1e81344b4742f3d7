using System.Text.Json;

namespace SecretsAudit.Iam.Documents;

/// <summary>One JSON value with its place in the text.</summary>
internal sealed class SourceNode(JsonTokenType kind, int offset, SourceNode? parent, string? name, int index)
{
    public JsonTokenType Kind { get; } = kind;

    /// <summary>The byte in the UTF-8 text at which the value starts.</summary>
    public int Offset { get; } = offset;

    /// <summary>The text of a string, number or boolean.</summary>
    public string Text { get; init; } = "";

    public List<(string Name, int Offset, SourceNode Value)> Members { get; } = [];

    public List<SourceNode> Items { get; } = [];

    public bool IsObject => Kind == JsonTokenType.StartObject;

    public bool IsArray => Kind == JsonTokenType.StartArray;

    public bool IsString => Kind == JsonTokenType.String;

    public bool IsScalar => Kind is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False;

    /// <summary>The value as a list: an array's items, or the value itself; most policy elements allow both.</summary>
    public IReadOnlyList<SourceNode> AsList => IsArray ? Items : [this];

    public SourceNode? Find(string name)
    {
        foreach (var member in Members)
        {
            if (member.Name == name)
                return member.Value;
        }

        return null;
    }

    public string Path
    {
        get
        {
            var own = name ?? (index >= 0 ? $"[{index}]" : "");
            var outer = parent?.Path ?? "";
            return outer.Length == 0 || name is null ? outer + own : $"{outer}.{own}";
        }
    }
}
