using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SecretsAudit.Analyzers.Facts;
using SecretsAudit.Analyzers.Flow;
using SecretsAudit.Analyzers.Settings;
using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.Inspection;

/// <summary>One file under inspection: what its passes look at and what they found.</summary>
internal sealed class SourceView
{
    // Most files have none.
    private Dictionary<(SyntaxTree, int), SourceFinding>? _findings;
    private readonly InspectionSettings _settings;
    private readonly ProgramFile _file;
    private TokenFinder? _tokens;

    public SourceView(ProgramFile file, ProgramFacts program, InspectionSettings settings, bool isTest, CancellationToken cancellationToken)
    {
        _file = file;
        Facts = file.Facts(cancellationToken);
        Program = program;
        IsTest = isTest;
        Judge = new(settings, isTest);
        CancellationToken = cancellationToken;
        _settings = settings;
        Text = file.Text(cancellationToken);
    }

    public SyntaxTree Tree => _file.Tree;

    public TreeFacts Facts { get; }

    public ProgramFacts Program { get; }

    public bool IsTest { get; }

    public CredentialJudge Judge { get; }

    public SecretNames? Inventory => _settings.Inventory;

    public CancellationToken CancellationToken { get; }

    public string Text { get; }

    /// <summary>Binds what stands around a node; ask only where it is worth it. Null when enough was asked.</summary>
    public SemanticModel? Model(SyntaxNode asked) => Program.Model(asked);

    public IReadOnlyList<SourceFinding> Findings => _findings is null ? [] : [.. _findings.Values.OrderBy(static finding => finding.Span.Start)];

    /// <summary>The token at a place.</summary>
    public SyntaxToken TokenAt(int position) => (_tokens ??= new(Tree.GetRoot(CancellationToken))).At(position);

    /// <summary>Whether something was found in a literal already.</summary>
    public bool HasFinding(SyntaxNode literal) => Found(literal.SyntaxTree, literal.SpanStart) is not null;

    /// <summary>Adds a finding, one for a literal: the first pass that finds something knows best what it is.</summary>
    public void Add(SyntaxNode place, TextSpan span, Verdict verdict, string name)
    {
        if (verdict.Confidence < _settings.MinimumConfidence || IsFull || Found(place.SyntaxTree, place.SpanStart) is not null)
            return;

        Keep(place.SpanStart, new()
        {
            RuleId = verdict.Rule,
            Tree = place.SyntaxTree,
            Span = span,
            Format = verdict.Format,
            Confidence = verdict.Confidence,
            Reason = verdict.Reason,
            Name = name,
        });
    }

    public void Add(SyntaxNode place, Verdict verdict, string name) => Add(place, place.Span, verdict, name);

    /// <summary>Adds a finding that stands in a comment or in inactive code, where the tree has no node.</summary>
    public void Add(int position, TextSpan span, Verdict verdict)
    {
        if (verdict.Confidence >= _settings.MinimumConfidence && !IsFull && Found(Tree, position) is null)
            Keep(position, new() { RuleId = verdict.Rule, Tree = Tree, Span = span, Format = verdict.Format, Confidence = verdict.Confidence, Reason = verdict.Reason });
    }

    /// <summary>What a text alone gives away, when the user did not allow it.</summary>
    public Verdict? OfText(string text, List<CredentialMatch> matches)
    {
        matches.Clear();
        CredentialText.Find(text.AsSpan(), matches);
        foreach (var match in matches)
        {
            if (!IsAllowed(text, match) && !TextPass.IsUsage(match, text.AsSpan(0, match.Start)))
                return new(RuleIds.Of(match.Kind), match.Format, match.Confidence, match.Reason);
        }

        return null;
    }

    public bool IsAllowed(string text, CredentialMatch match) =>
        _settings.AllowedValues.Count > 0 && _settings.AllowedValues.Contains(text.Substring(match.Start, match.Length));

    /// <summary>Whether an expression's value may be a text or bytes, by its type.</summary>
    public bool MayHoldText(ExpressionSyntax value) =>
        (LiteralText.Strip(value) is var bare && (LiteralText.IsText(bare) || PlainNames.DeclarationOf(bare, Program.Effort) is not null)) || TextTypes.MayHold(Model(value)?.GetTypeInfo(value, CancellationToken).Type);

    /// <summary>The literals that an expression's value may come from.</summary>
    public IReadOnlyList<Origin> Trace(ExpressionSyntax expression) => FlowTracer.Trace(expression, Program, CancellationToken);

    /// <summary>Judges the literals that a value may come from, where it is used under a name, and notes the use in what is found.</summary>
    public void AddOrigins(ExpressionSyntax value, string name, Func<Origin, Verdict?> judge)
    {
        var origins = Trace(value);
        // Drawn from letters: what comes out is written nowhere.
        var isDrawn = origins.Any(static origin => NameText.IsAlphabet(origin.Text));
        foreach (var origin in origins)
        {
            if (isDrawn && !value.Contains(origin.Node))
                continue;
            var isNew = !HasFinding(origin.Node);
            if (isNew && judge(origin) is { } verdict)
                Add(origin.Node, verdict, name);
            if (Found(origin.Node.SyntaxTree, origin.Node.SpanStart) is not { } finding)
                continue;
            finding.IsKnownByUse |= isNew;
            finding.AddUse(value);
        }
    }

    private bool IsFull => _findings?.Count >= CredentialFile.Most;

    private SourceFinding? Found(SyntaxTree tree, int position) => _findings is not null && _findings.TryGetValue((tree, position), out var finding) ? finding : null;

    private void Keep(int position, SourceFinding finding) => (_findings ??= []).Add((finding.Tree, position), finding);
}
