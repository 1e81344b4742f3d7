using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Contexts;
using SecretsAudit.Analyzers.Flow;
using SecretsAudit.Analyzers.Lexing;
using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.Inspection;

/// <summary>A database that is opened with an empty password: <c>UseSqlServer("…;Password=")</c>.</summary>
internal static class EmptyPasswordPass
{
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "UseSqlServer", "UseNpgsql", "UseMySQL", "UseMySql", "UseSqlite", "UseOracle", "UseAzureSql", "UseFirebird", "UseDb2",
    };

    public static void Run(SourceView view)
    {
        foreach (var anchor in view.Facts.Anchors)
        {
            if (anchor.Kind is AnchorKind.Text or AnchorKind.InterpolatedText && anchor.Length > 8 && HasEmptyPassword(view.Text.AsSpan(anchor.Position, anchor.Length)))
                Look(view, anchor);
        }
    }

    private static bool HasEmptyPassword(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('='); at > 0;)
        {
            var rest = text.Slice(at + 1);
            var after = rest.TrimStart(' ');
            if ((after.Length == 0 || after[0] is ';' or '"') && text.Slice(0, at).TrimEnd(' ') is var name
                && (name.EndsWith("password".AsSpan(), StringComparison.OrdinalIgnoreCase) || name.EndsWith("pwd".AsSpan(), StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }

            var next = rest.IndexOf('=');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static void Look(SourceView view, SourceAnchor anchor)
    {
        var token = view.TokenAt(anchor.Position);
        if (token.SpanStart != anchor.Position || token.Parent?.FirstAncestorOrSelf<ExpressionSyntax>() is not { } literal || view.HasFinding(literal))
            return;

        var widest = UseFinder.Widest(literal);
        if (widest.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } || !Openers.Contains(SyntaxNames.OfCall(call)))
            return;
        if (IsFollowed(literal) || SignsInOtherwise(widest.ToString()))
            return;

        view.Add(literal, new(RuleIds.ConnectionString, "empty-password", CredentialConfidence.Medium, "the database is opened with an empty password"), "Password");
    }

    // "Password=" + value: it is not empty.
    private static bool IsFollowed(ExpressionSyntax literal)
    {
        if (!literal.ToString().TrimEnd('"', '\'', ' ').EndsWith("=", StringComparison.Ordinal))
            return false;
        var part = literal;
        while (part.Parent is BinaryExpressionSyntax sum && sum.IsKind(SyntaxKind.AddExpression) && sum.Right == part)
            part = sum;
        return part.Parent is BinaryExpressionSyntax outer && outer.IsKind(SyntaxKind.AddExpression);
    }

    // Windows' own sign-in, and a file, need no password.
    private static bool SignsInOtherwise(string text)
    {
        var lower = text.Replace(" ", "").Replace("_", "").ToLowerInvariant();
        foreach (var key in (string[])["integratedsecurity=", "trustedconnection="])
        {
            var at = lower.IndexOf(key, StringComparison.Ordinal);
            if (at >= 0 && (string[])["true", "yes", "sspi"] is var meanings && meanings.Any(meaning => lower.IndexOf(meaning, at + key.Length, StringComparison.Ordinal) == at + key.Length))
                return true;
        }

        return false;
    }
}
