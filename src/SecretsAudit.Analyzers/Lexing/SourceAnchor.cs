using System.Runtime.InteropServices;

namespace SecretsAudit.Analyzers.Lexing;

/// <summary>A place in a source text that may be worth a look at the syntax tree.</summary>
/// <param name="position">Of the first character.</param>
/// <param name="length">In characters.</param>
/// <param name="kind">What stands there.</param>
/// <param name="name">
/// The hash of the name; for a literal that is an argument, of the call's name, for one that is assigned, of what it is assigned to, and 0 where
/// that name is of interest by itself, or there is none.
/// </param>
[StructLayout(LayoutKind.Auto)]
internal readonly struct SourceAnchor(int position, int length, AnchorKind kind, int name)
{
    public int Position { get; } = position;

    public int Length { get; } = length;

    public AnchorKind Kind { get; } = kind;

    public int Name { get; } = name;
}
