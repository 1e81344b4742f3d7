using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Contexts;
using SecretsAudit.Analyzers.Flow;
using SecretsAudit.Analyzers.Lexing;

namespace SecretsAudit.Analyzers.Inspection;

/// <summary>
/// Texts with a hole where a password goes: <c>"…;Password=" + value</c>, <c>$"…;Password={value}"</c>, <c>Format("…;Password={0}", value)</c>,
/// and the same in a URL, <c>$"https://user:{value}@host"</c>.
/// </summary>
internal static class TemplatePass
{
    // {0}: of how many digits; and how much before it is looked at: a name, or a URL with a user.
    private const int LongestNumber = 6;
    private const int LongestBefore = 400;

    public static void Run(SourceView view)
    {
        foreach (var anchor in view.Facts.Anchors)
        {
            if (anchor.Kind is not (AnchorKind.Text or AnchorKind.InterpolatedText))
                continue;

            var text = view.Text.AsSpan(anchor.Position, anchor.Length);
            if (anchor.Kind is AnchorKind.Text ? EndsBeforeHole(text, IndexOfUrl(text)) || HasHole(text, numbered: true) : HasHole(text, numbered: false))
                Look(view, anchor);
        }
    }

    private static void Look(SourceView view, SourceAnchor anchor)
    {
        var token = view.TokenAt(anchor.Position);
        if (token.SpanStart != anchor.Position)
            return;

        switch (token.Parent)
        {
            case LiteralExpressionSyntax { Parent: BinaryExpressionSyntax sum } literal when sum.IsKind(SyntaxKind.AddExpression):
                LookAtSum(view, literal.Token.ValueText, literal, sum);
                break;
            case LiteralExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declared } } literal:
                LookAtUses(view, literal.Token.ValueText, declared);
                break;
            case LiteralExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument }
                when SyntaxNames.OfCall(call) is "Format" or "AppendFormat":
                LookAtFormat(view, token.ValueText, list.Arguments, list.Arguments.PositionOf(argument) + 1);
                break;
            case InterpolatedStringExpressionSyntax interpolated:
                LookAtInterpolated(view, interpolated.Contents);
                break;
            default:
                break;
        }
    }

    // In a sum of many parts the part after this one is the right side of the sum that has this one on its left, or around it.
    private static void LookAtSum(SourceView view, string before, ExpressionSyntax part, BinaryExpressionSyntax sum)
    {
        var around = sum.Left == part ? sum : sum.Parent as BinaryExpressionSyntax;
        if (around is null || (around != sum && around.Left != sum))
            return;

        var after = around.Parent is BinaryExpressionSyntax outer && outer.Left == around && LiteralText.Strip(outer.Right) is LiteralExpressionSyntax next ? next.Token.ValueText : "";
        Judge(view, before, around.Right, after);
    }

    // const string Key = "Password="; … + Key + value
    private static void LookAtUses(SourceView view, string before, VariableDeclaratorSyntax declared)
    {
        if (NameBefore(before) is null || declared.Ancestors().FirstOrDefault(static node => node is BaseMethodDeclarationSyntax or TypeDeclarationSyntax) is not { } scope)
            return;

        foreach (var name in view.Program.Effort.NodesIn(scope).OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText != declared.Identifier.ValueText)
                continue;
            if (name.Parent is BinaryExpressionSyntax sum && sum.IsKind(SyntaxKind.AddExpression))
                LookAtSum(view, before, name, sum);
            else if (name.Parent is InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax text } hole && text.Contents.IndexOf(hole) + 1 is var next && next < text.Contents.Count && text.Contents[next] is InterpolationSyntax value)
                Judge(view, before, value.Expression, "");
        }
    }

    private static void LookAtInterpolated(SourceView view, SyntaxList<InterpolatedStringContentSyntax> contents)
    {
        for (var index = 1; index < contents.Count; index++)
        {
            if (contents[index] is InterpolationSyntax hole)
                Judge(view, TextOf(contents[index - 1]), hole.Expression, index + 1 < contents.Count ? TextOf(contents[index + 1]) : "");
        }

        static string TextOf(InterpolatedStringContentSyntax part) => part is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : "";
    }

    private static void LookAtFormat(SourceView view, string format, SeparatedSyntaxList<ArgumentSyntax> arguments, int first)
    {
        for (var hole = format.IndexOf('{'); hole >= 0; hole = format.IndexOf('{', hole + 1))
        {
            var length = format.AsSpan(hole + 1, Math.Min(LongestNumber, format.Length - hole - 1)).IndexOf('}');
            if (length <= 0 || !int.TryParse(format.Substring(hole + 1, length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >= arguments.Count - first)
                continue;

            var start = Math.Max(0, hole - LongestBefore);
            var after = hole + length + 2;
            Judge(view, format.Substring(start, hole - start), arguments[first + number].Expression, format.Substring(after, Math.Min(1, format.Length - after)));
        }
    }

    // {value} or {0} behind an equals sign or, in a URL, behind a colon.
    private static bool HasHole(ReadOnlySpan<char> literal, bool numbered)
    {
        var from = 0;
        var url = IndexOfUrl(literal);
        while (literal.Slice(from).IndexOf('{') is var hole && hole >= 0)
        {
            from += hole + 1;
            if ((!numbered || (from < literal.Length && literal[from] is >= '0' and <= '9')) && EndsBeforeHole(literal.Slice(0, from - 1), url))
                return true;
        }

        return false;
    }

    private static int IndexOfUrl(ReadOnlySpan<char> text) => text.IndexOf("://".AsSpan(), StringComparison.Ordinal);

    private static bool EndsBeforeHole(ReadOnlySpan<char> text, int url)
    {
        text = text.TrimEnd('"').TrimEnd('\'').TrimEnd(' ');
        return text.Length > 4 && (text[text.Length - 1] is '=' || (text[text.Length - 1] is ':' && url >= 0 && url < text.Length));
    }

    private static void Judge(SourceView view, string before, ExpressionSyntax value, string after)
    {
        if (NameBefore(before) is { } name)
            Judge(view, value, name, RuleIds.ConnectionString, "it becomes the password of a connection string");
        else if (after.StartsWith("@", StringComparison.Ordinal) && EndsInUser(before))
            Judge(view, value, "password", RuleIds.UrlPassword, "it becomes the password of a URL");
    }

    private static void Judge(SourceView view, ExpressionSyntax value, string name, string rule, string reason)
    {
        var isKnown = LiteralText.Strip(value) is IdentifierNameSyntax or MemberAccessExpressionSyntax && CredentialNames.Is(SyntaxNames.OfValue(value));
        if (!isKnown)
            view.AddOrigins(value, name, origin => view.Judge.Named(name, origin.Text, isBytes: false) is { } verdict ? new(rule, verdict.Format, verdict.Confidence, reason) : null);
    }

    // https://user:
    private static bool EndsInUser(string text)
    {
        var start = text.LastIndexOf("://", StringComparison.Ordinal) + 3;
        return start > 3 && text.Length > start + 1 && text[text.Length - 1] is ':' && text.IndexOfAny(['/', '@', ' ', ':'], start) == text.Length - 1;
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
