namespace SecretsAudit.Analyzers.Contexts;

/// <summary>What the code around a literal does with it.</summary>
/// <param name="kind">Kept, compared, or neither.</param>
/// <param name="name">The name under which it is.</param>
internal readonly struct ValueUse(ValueUseKind kind, string name)
{
    public static ValueUse None => default;

    public ValueUseKind Kind { get; } = kind;

    /// <summary>The name of what the value becomes or is compared with; empty when there is none.</summary>
    public string Name => name ?? "";

    public static ValueUse Named(string? name) => name is null or "" ? None : new(ValueUseKind.Named, name);

    public static ValueUse Compared(string? name) => name is null or "" ? None : new(ValueUseKind.Compared, name);
}

/// <summary>The ways in which a literal is used.</summary>
internal enum ValueUseKind
{
    /// <summary>In no way that has a name.</summary>
    None,

    /// <summary>It becomes the value of something with a name.</summary>
    Named,

    /// <summary>It is compared with something that has a name.</summary>
    Compared,
}
