using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.Inspection;

/// <summary>What texts alone give away, in literals, comments and inactive code: one pass over the whole file.</summary>
internal sealed class TextPass
{
    private readonly SourceView _view;
    private readonly List<CredentialMatch> _alone = [];
    private TextSpan _literal;

    private TextPass(SourceView view) => _view = view;

    public static void Run(SourceView view)
    {
        var matches = new List<CredentialMatch>();
        CredentialText.Find(view.Text.AsSpan(), matches);
        var pass = new TextPass(view);
        foreach (var match in matches)
        {
            if (!view.IsAllowed(view.Text, match))
                pass.Report(match);
        }

        // JSON in a literal has names and values of its own.
        foreach (var (name, nameLength, value, valueLength) in EmbeddedPairs.Find(view.Text))
        {
            var token = view.TokenAt(value);
            if (IsText(token) && token.SpanStart < name && token.Span.End > value + valueLength && token.Parent is { } literal
                && view.Judge.Named(view.Text.Substring(name, nameLength), view.Text.Substring(value, valueLength), isBytes: false) is { } verdict)
                view.Add(literal.IsKind(SyntaxKind.InterpolatedStringText) ? literal.Parent! : literal, new TextSpan(value, valueLength), verdict, view.Text.Substring(name, nameLength));
        }
    }

    private void Report(CredentialMatch match)
    {
        var token = _view.TokenAt(match.Start);
        var span = new TextSpan(match.Start, match.Length);
        var verdict = new Verdict(RuleIds.Of(match.Kind), match.Format, match.Confidence, match.Reason);
        if (token.Span.Contains(match.Start))
        {
            if (IsText(token) && token.Parent is { } literal && !IsUsage(match, _view.Text.AsSpan(token.SpanStart, match.Start - token.SpanStart)) && IsFoundAlone(token, match))
                _view.Add(literal.IsKind(SyntaxKind.InterpolatedStringText) ? literal.Parent! : literal, span, verdict, "");
            return;
        }

        // Connection strings and URLs in comments are how comments explain things.
        if (match.Kind is CredentialKind.ProviderToken or CredentialKind.PrivateKey)
            _view.Add(match.Start, span, verdict);
    }

    /// <summary>Whether a weak password is in a command that is shown, as a program's help does: <c>tool scaffold -c "Server=db;…;Password=secret"</c>.</summary>
    /// <param name="confidence">How sure it is that the value is one.</param>
    /// <param name="before">What the literal says before it, with quotes escaped or not.</param>
    public static bool IsUsage(CredentialConfidence confidence, ReadOnlySpan<char> before)
    {
        if (confidence != CredentialConfidence.Low)
            return false;
        var quote = before.LastIndexOf('"');
        return quote > 0 && before.Slice(0, quote).TrimEnd("\\\"".AsSpan()) is var command && command.EndsWith(" ".AsSpan()) && command.IndexOf(" -".AsSpan(), StringComparison.Ordinal) > 0;
    }

    /// <summary>Whether what was found is a connection string in such a command.</summary>
    public static bool IsUsage(CredentialMatch match, ReadOnlySpan<char> before) => match.Kind == CredentialKind.ConnectionString && IsUsage(match.Confidence, before);

    // Code between literals can look like a text: { UserName = "a", Password = "b" }.
    private bool IsFoundAlone(SyntaxToken token, CredentialMatch match)
    {
        var literal = token.IsKind(SyntaxKind.InterpolatedStringTextToken) ? token.Parent!.Parent!.Span : token.Span;
        if (literal != _literal)
        {
            _alone.Clear();
            CredentialText.Find(_view.Text.AsSpan(literal.Start, literal.Length), _alone);
            _literal = literal;
        }

        return _alone.Any(found => found.Kind == match.Kind && found.Start + literal.Start <= match.Start + match.Length && match.Start <= found.Start + found.Length + literal.Start);
    }

    private static bool IsText(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.InterpolatedStringTextToken => true,
        SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken => true,
        SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken => true,
        _ => false,
    };
}
