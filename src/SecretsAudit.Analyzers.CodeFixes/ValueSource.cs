using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SecretsAudit.Analyzers.CodeFixes;

/// <summary>Where the value can come from instead.</summary>
/// <param name="key">The same for the same choice, so that all findings can be fixed at once.</param>
/// <param name="title">What the user reads.</param>
/// <param name="value">The expression that takes the literal's place.</param>
internal sealed class ValueSource(string key, string title, ExpressionSyntax value)
{
    public string Key { get; } = key;

    public string Title { get; } = title;

    public ExpressionSyntax Value { get; } = value;
}
