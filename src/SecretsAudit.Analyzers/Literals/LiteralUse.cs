namespace SecretsAudit.Analyzers.Literals;

/// <summary>What a literal is used as.</summary>
/// <param name="name">The name it gets.</param>
/// <param name="isCompared">Whether it is compared with what has that name, instead of becoming it.</param>
/// <param name="isSink">Whether a known API takes it, whatever the names around it are.</param>
internal sealed class LiteralUse(string name, bool isCompared = false, bool isSink = false)
{
    public string Name => name;

    public bool IsCompared => isCompared;

    public bool IsSink => isSink;
}
