using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.Literals;

/// <summary>Finds the credentials that are literals in one file of C#.</summary>
internal sealed class LiteralScan
{
    private const int Shortest = 3;
    private const int Longest = 20_000;
    private const int LeastKeyBytes = 8;

    private static readonly string[] Allowed = ["secretsaudit:allow", "gitleaks:allow", "pragma: allowlist secret", "NOSONAR", "CredScan: ["];

    private readonly SemanticModel _model;
    private readonly LiteralSettings _settings;
    private readonly LiteralUses _uses;
    private readonly CancellationToken _cancellationToken;
    private readonly List<CredentialMatch> _matches = [];
    private readonly List<LiteralCredential> _found = [];
    private readonly HashSet<SyntaxNode> _judged = [];

    private LiteralScan(SemanticModel model, LiteralSettings settings, CancellationToken cancellationToken)
    {
        (_model, _settings, _cancellationToken) = (model, settings, cancellationToken);
        _uses = new(model, cancellationToken);
    }

    /// <summary>Scans the model's file.</summary>
    public static void Run(SemanticModel model, LiteralSettings settings, Action<LiteralCredential> report, CancellationToken cancellationToken)
    {
        var scan = new LiteralScan(model, settings, cancellationToken);
        var text = model.SyntaxTree.GetText(cancellationToken);
        scan.FindInWhole(text);
        foreach (var token in model.SyntaxTree.GetRoot(cancellationToken).DescendantTokens())
            scan.Look(token);
        foreach (var found in scan._found)
        {
            if (found.Match.Confidence >= settings.MinimumConfidence && !IsAllowed(text, found.Span.Start))
                report(found);
        }
    }

    // Tokens and keys are found wherever they stand: in comments and disabled code, too.
    private void FindInWhole(SourceText text)
    {
        CredentialText.Find(text.ToString().AsSpan(), _matches);
        foreach (var match in _matches)
        {
            if (match.Kind is CredentialKind.ProviderToken or CredentialKind.PrivateKey or CredentialKind.Jwt && Counts(match))
                _found.Add(new(CredentialRules.RuleOf(match.Kind), new TextSpan(match.Start, match.Length), match, ""));
        }

        _matches.Clear();
    }

    private void Look(SyntaxToken token)
    {
        switch (token.Kind())
        {
            case SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken:
                if (token.Span.Length > Shortest + 1 && token.Parent is ExpressionSyntax literal)
                    Judge(literal);
                break;
            case SyntaxKind.InterpolatedStringTextToken:
                if (token.Parent?.Parent is InterpolatedStringExpressionSyntax interpolated)
                    Judge(interpolated);
                break;
            case SyntaxKind.NumericLiteralToken or SyntaxKind.CharacterLiteralToken:
                if (ArrayOf(token) is { } array)
                    JudgeArray(array, token.IsKind(SyntaxKind.CharacterLiteralToken));
                break;
        }
    }

    private void Judge(ExpressionSyntax literal)
    {
        var whole = LiteralText.Whole(literal);
        if (!_judged.Add(whole) || LiteralText.Of(whole, _model, _cancellationToken) is not { Length: >= Shortest and <= Longest } text)
            return;

        var isKnown = FindInText(whole, literal, text);
        if (isKnown || !NamedValue.IsPlausible(text.AsSpan()) || Array.IndexOf(_settings.AllowedValues, text) >= 0)
            return;
        foreach (var use in _uses.Of(whole))
        {
            if (NamedValue.Judge(use.Name, text.AsSpan(), _settings.Setting) is { } match && Counts(match))
            {
                Report(literal, use.IsCompared ? CredentialRules.ComparedCredential : CredentialRules.RuleOf(match.Kind), match, use.Name);
                return;
            }
        }
    }

    private bool FindInText(ExpressionSyntax whole, ExpressionSyntax literal, string text)
    {
        CredentialText.Find(text.AsSpan(), _matches);
        var isKnown = _matches.Count > 0;
        foreach (var match in _matches)
        {
            if (Counts(match))
                Report(match.Kind == CredentialKind.PrivateKey ? literal : whole is InterpolatedStringExpressionSyntax ? whole : literal, CredentialRules.RuleOf(match.Kind), match, "");
        }

        _matches.Clear();
        return isKnown;
    }

    // byte[] key = { 0x1f, … }; char[] password = { 'a', … }
    private void JudgeArray(SyntaxNode array, bool isText)
    {
        if (!_judged.Add(array) || array is not ExpressionSyntax expression)
            return;
        var values = new List<string>();
        foreach (var token in array.DescendantTokens())
        {
            if (token.Kind() is SyntaxKind.NumericLiteralToken or SyntaxKind.CharacterLiteralToken)
                values.Add(token.ValueText);
            else if (token.Kind() is SyntaxKind.IdentifierToken or SyntaxKind.NewKeyword && token.Parent != array)
                return;
        }

        var distinct = new HashSet<string>(values).Count;
        if (values.Count < (isText ? 4 : LeastKeyBytes) || distinct < 4)
            return;
        foreach (var use in _uses.Of(expression))
        {
            var promise = NamedValue.Classify(use.Name.AsSpan());
            if (isText && promise is CredentialName.Password or CredentialName.Secret
                && NamedValue.Judge(use.Name, string.Concat(values).AsSpan(), _settings.Setting) is { } match && Counts(match))
            {
                Report(expression, CredentialRules.HardCodedCredential, match, use.Name);
                return;
            }

            if (!isText && _settings.Setting == ValueSetting.SourceCode && (promise is CredentialName.CryptographicKey or CredentialName.Secret or CredentialName.Password || IsPlainKey(use.Name)))
            {
                var key = new CredentialMatch("byte-array-key", CredentialKind.CryptographicKey, 0, 0, CredentialConfidence.Medium, $"the bytes of '{use.Name}' are written out");
                Report(expression, CredentialRules.EncryptionKey, key, use.Name);
                return;
            }
        }
    }

    private static bool IsPlainKey(string name) => name.Trim('_').ToLowerInvariant() is "key" or "keybytes" or "bkey" or "rgbkey" or "keyarray" or "defaultkey" or "cryptkey" or "bytekey";

    private static SyntaxNode? ArrayOf(SyntaxToken token) => token.Parent?.Parent switch
    {
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression } list => list,
        ExpressionElementSyntax { Parent: CollectionExpressionSyntax collection } => collection,
        CastExpressionSyntax { Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression } list } => list,
        _ => null,
    };

    private bool Counts(CredentialMatch match) => _settings.Setting != ValueSetting.TestCode || match.Confidence == CredentialConfidence.High && match.Kind is not (CredentialKind.ConnectionString or CredentialKind.UrlPassword);

    private void Report(ExpressionSyntax literal, string rule, CredentialMatch match, string name)
    {
        var span = literal.Span;
        // A token found in the whole text already is not told twice; it is the same place, more exactly.
        if (!_found.Exists(found => found.Span.OverlapsWith(span) && (found.RuleId == rule || found.Match.Kind is CredentialKind.ProviderToken or CredentialKind.PrivateKey or CredentialKind.Jwt)))
            _found.Add(new(rule, span, match, name));
    }

    private static bool IsAllowed(SourceText text, int position)
    {
        var line = text.ToString(text.Lines.GetLineFromPosition(position).Span);
        foreach (var marker in Allowed)
        {
            if (line.IndexOf(marker, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }
}
