using Microsoft.CodeAnalysis;

namespace SecretsAudit.Analyzers.Flow;

/// <summary>A literal that a value may come from.</summary>
/// <param name="node">Where it stands.</param>
/// <param name="text">What it says.</param>
/// <param name="isBytes">Whether it is a list of numbers, one character each in <paramref name="text"/>.</param>
internal readonly struct Origin(SyntaxNode node, string text, bool isBytes)
{
    public SyntaxNode Node { get; } = node;

    public string Text { get; } = text;

    public bool IsBytes { get; } = isBytes;
}
