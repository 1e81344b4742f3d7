using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Contexts;
using SecretsAudit.Analyzers.Lexing;

namespace SecretsAudit.Analyzers.Inspection;

/// <summary>A password's name and value inside one text: <c>"user=app;password=…"</c>. Reads characters; the tree is asked where one is found.</summary>
internal static class PairPass
{
    private const int LongestName = 40;

    private const int LongestValue = 4000;

    public static void Run(SourceView view)
    {
        foreach (var anchor in view.Facts.Anchors)
        {
            if (anchor.Kind is AnchorKind.Text && anchor.Length > 8)
                Look(view, anchor);
        }
    }

    private static void Look(SourceView view, SourceAnchor anchor)
    {
        var literal = view.Text.AsSpan(anchor.Position, anchor.Length);
        for (var at = literal.IndexOf('='); at > 0 && at < literal.Length - 1; at = Next(literal, at))
        {
            if (!IsPair(literal, at, out var start, out var value))
                continue;

            // One look at the tree for a text: what follows is the same finding.
            Report(view, anchor, start, literal.Slice(start, at - start).ToString(), value);
            return;
        }
    }

    private static int Next(ReadOnlySpan<char> literal, int at)
    {
        var next = literal.Slice(at + 1).IndexOf('=');
        return next < 0 ? -1 : at + 1 + next;
    }

    private static bool IsPair(ReadOnlySpan<char> literal, int at, out int start, out string value)
    {
        value = "";
        start = at;
        while (start > 0 && at - start < LongestName && (char.IsLetterOrDigit(literal[start - 1]) || literal[start - 1] is '_' or '-'))
            start--;
        if (at - start < 3 || !CredentialNames.Is(literal.Slice(start, at - start).ToString()))
            return false;

        // A query, a flag's usage and a comparison look the same: <input value=, ?token=, --password=, ==.
        if (start > 0 && literal[start - 1] is '?' or '@' or '{' or '<' || literal[at + 1] is '=' or '~' or '>' or '"' or '\'')
            return false;

        var rest = literal.Slice(at + 1, Math.Min(LongestValue, literal.Length - at - 1));
        var end = rest.IndexOfAny(";&\"\\\r\n ,".AsSpan());
        rest = end < 0 ? rest : rest.Slice(0, end);
        if (rest.Length < 5 || rest[0] is '\'' || rest.IndexOfAny("({<[*|^".AsSpan()) >= 0)
            return false;

        value = rest.ToString();
        return true;
    }

    private static void Report(SourceView view, SourceAnchor anchor, int start, string name, string value)
    {
        var token = view.TokenAt(anchor.Position);
        if (token.SpanStart != anchor.Position || token.Parent is not LiteralExpressionSyntax literal || view.HasFinding(literal))
            return;
        if (view.Judge.Named(name, value, isBytes: false) is { } verdict && !TextPass.IsUsage(verdict.Confidence, view.Text.AsSpan(anchor.Position, start)))
            view.Add(literal, new(RuleIds.ConnectionString, verdict.Format, verdict.Confidence, "a password stands behind its name in a text"), name);
    }
}
