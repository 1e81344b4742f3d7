using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.Inspection;

/// <summary>What texts alone give away, in literals, comments and inactive code: one pass over the whole file.</summary>
internal static class TextPass
{
    public static void Run(SourceView view)
    {
        var matches = new List<CredentialMatch>();
        CredentialText.Find(view.Text.AsSpan(), matches);
        foreach (var match in matches)
        {
            if (!view.IsAllowed(view.Text, match))
                Report(view, match);
        }
    }

    private static void Report(SourceView view, CredentialMatch match)
    {
        var token = view.Root.FindToken(match.Start);
        var span = new TextSpan(match.Start, match.Length);
        var verdict = new Verdict(RuleIds.Of(match.Kind), match.Format, match.Confidence, match.Reason);
        if (token.Span.Contains(match.Start))
        {
            // A match over several tokens is code, not text; a value may end where the quote does.
            if (IsText(token) && match.Start + match.Length <= token.Span.End && token.Parent is { } literal)
                view.Add(literal.IsKind(SyntaxKind.InterpolatedStringText) ? literal.Parent! : literal, span, verdict, "");
            return;
        }

        // Connection strings and URLs in comments are how comments explain things.
        if (match.Kind is CredentialKind.ProviderToken or CredentialKind.PrivateKey)
            view.Add(match.Start, span, verdict);
    }

    private static bool IsText(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.InterpolatedStringTextToken => true,
        SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken => true,
        SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken => true,
        _ => false,
    };
}
