using System.Runtime.InteropServices;

namespace SecretsAudit.Iam;

/// <summary>A place in a policy's text.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The character within the line, from 1; a character outside the basic plane counts once.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextPosition(int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Line}:{Column}";
}
