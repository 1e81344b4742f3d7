using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Contexts;
using SecretsAudit.Analyzers.Flow;
using SecretsAudit.Analyzers.Lexing;

namespace SecretsAudit.Analyzers.Inspection;

/// <summary>Texts with a hole where a password goes: <c>"…;Password=" + value</c>, <c>$"…;Password={value}"</c>.</summary>
internal static class TemplatePass
{
    public static void Run(SourceView view)
    {
        foreach (var anchor in view.Facts.Anchors)
        {
            if (anchor.Kind is AnchorKind.Text && EndsInName(view.Text.AsSpan(anchor.Position, anchor.Length)))
                LookAtSum(view, anchor);
            else if (anchor.Kind is AnchorKind.InterpolatedText && HasNamedHole(view.Text.AsSpan(anchor.Position, anchor.Length)))
                LookAtInterpolated(view, anchor);
        }
    }

    private static bool EndsInName(ReadOnlySpan<char> literal)
    {
        literal = literal.TrimEnd('"').TrimEnd('\'').TrimEnd(' ');
        return literal.Length > 4 && literal[literal.Length - 1] is '=';
    }

    private static bool HasNamedHole(ReadOnlySpan<char> literal) =>
        literal.IndexOf("={".AsSpan(), StringComparison.Ordinal) >= 0 || literal.IndexOf("='{".AsSpan(), StringComparison.Ordinal) >= 0;

    private static void LookAtSum(SourceView view, SourceAnchor anchor)
    {
        var token = view.Root.FindToken(anchor.Position);
        if (token.SpanStart != anchor.Position || token.Parent is not LiteralExpressionSyntax { Parent: BinaryExpressionSyntax sum } literal)
            return;

        // In a sum of many parts the part after this one is the right side of the sum that has this one on its left, or around it.
        var next = sum.Left == literal ? sum.Right : sum.Parent is BinaryExpressionSyntax outer && outer.Left == sum ? outer.Right : null;
        if (next is not null && sum.IsKind(SyntaxKind.AddExpression) && NameBefore(token.ValueText) is { } name)
            Look(view, name, next);
    }

    private static void LookAtInterpolated(SourceView view, SourceAnchor anchor)
    {
        var token = view.Root.FindToken(anchor.Position);
        if (token.SpanStart != anchor.Position || token.Parent is not InterpolatedStringExpressionSyntax interpolated)
            return;

        for (var index = 1; index < interpolated.Contents.Count; index++)
        {
            if (interpolated.Contents[index] is InterpolationSyntax hole && interpolated.Contents[index - 1] is InterpolatedStringTextSyntax before
                && NameBefore(before.TextToken.ValueText) is { } name)
            {
                Look(view, name, hole.Expression);
            }
        }
    }

    private static void Look(SourceView view, string name, ExpressionSyntax value)
    {
        var isKnown = LiteralText.Strip(value) is IdentifierNameSyntax or MemberAccessExpressionSyntax && CredentialNames.Is(SyntaxNames.OfValue(value));
        if (isKnown)
            return;

        foreach (var origin in view.Trace(value))
        {
            if (!view.HasFinding(origin.Node) && view.Judge.Named(name, origin.Text, isBytes: false) is { } verdict)
                view.Add(origin.Node, new(RuleIds.ConnectionString, verdict.Format, verdict.Confidence, "it becomes the password of a connection string"), name);
        }
    }

    /// <summary>The credential's name before the equals sign that a text ends in; null when there is none.</summary>
    private static string? NameBefore(string text)
    {
        var end = text.TrimEnd('\'', ' ').Length;
        if (end < 2 || text[end - 1] is not '=')
            return null;

        end--;
        while (end > 0 && text[end - 1] is ' ')
            end--;
        var start = end;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] is '_' or ' ' or '-'))
            start--;
        var name = text.Substring(start, end - start).Trim();
        return CredentialNames.Is(name) ? name : null;
    }
}
