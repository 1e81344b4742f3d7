using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Contexts;
using SecretsAudit.Analyzers.Facts;
using SecretsAudit.Analyzers.Flow;
using SecretsAudit.Analyzers.Lexing;
using SecretsAudit.Analyzers.Sinks;
using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.Inspection;

/// <summary>Literals under a credential's name, or compared with one.</summary>
internal sealed class LiteralPass
{
    private const int LongestTypeArguments = 200;

    private readonly SourceView _view;
    private readonly HashSet<SyntaxNode> _seen = [];
    private readonly List<CredentialMatch> _matches = [];

    // A word that the user added may make any name a credential's.
    private readonly bool _anyName;

    private LiteralPass(SourceView view)
    {
        _view = view;
        _anyName = view.Judge.HasAddedWords;
    }

    public static void Run(SourceView view)
    {
        var pass = new LiteralPass(view);
        foreach (var anchor in view.Facts.Anchors)
        {
            if (anchor.Kind <= AnchorKind.Numbers && pass.IsWorthALook(anchor))
                pass.Look(anchor);
        }
    }

    private bool IsWorthALook(SourceAnchor anchor) => anchor.Kind switch
    {
        AnchorKind.Characters or AnchorKind.Numbers => true,
        _ when anchor.Length < 3 => false,
        _ when _anyName => true,
        _ when anchor.Name == 0 => (_view.Facts.HasNameNear(anchor.Position)
            && (!IsFirstOfNoInterest(anchor) || LooksRandom(_view.Text.AsSpan(anchor.Position, anchor.Length)))) || IsPartOfText(anchor),
        _ => LooksRandom(_view.Text.AsSpan(anchor.Position, anchor.Length)) || IsEscapedPair(_view.Text.AsSpan(anchor.Position, anchor.Length)),
    };

    private static bool IsEscapedPair(ReadOnlySpan<char> literal) => literal.IndexOf('=') > 0
        && (literal.IndexOf('\\') >= 0 || literal.Slice(2).IndexOf("\"\"".AsSpan(), StringComparison.Ordinal) >= 0);

    // What is joined, or written with escapes, reads other than it is written.
    private bool IsPartOfText(SourceAnchor anchor)
    {
        var literal = _view.Text.AsSpan(anchor.Position, anchor.Length);
        if (literal.IndexOf('=') < 0 && literal.IndexOf("://".AsSpan(), StringComparison.Ordinal) < 0)
            return literal.IndexOf(' ') < 0 && anchor.Length > 5 && IsBeside(anchor, '+');
        return IsEscapedPair(literal) || IsBeside(anchor, '+') || IsBeside(anchor, ',');
    }

    // Property<string>("ApiKey"), GetValue("Password"): the first argument of what takes a name and a value is the name. The name of a call with type
    // arguments has not been looked at yet. Migrations are full of both.
    private bool IsFirstOfNoInterest(SourceAnchor anchor)
    {
        var end = SkipBlanksBefore(anchor.Position);
        if (end == 0 || _view.Text[end - 1] is not '(')
            return false;

        end = SkipBlanksBefore(end - 1);
        var isGeneric = end > 0 && _view.Text[end - 1] is '>';
        if (isGeneric)
            end = _view.Text.LastIndexOf('<', end - 1, Math.Min(end, LongestTypeArguments));
        var start = end;
        while (start > 0 && char.IsLetterOrDigit(_view.Text[start - 1]))
            start--;
        if (end <= start)
            return false;

        var name = _view.Text.Substring(start, end - start);
        return CallNames.OnlyPairs(name) || (isGeneric && !CallNames.IsOfInterest(name));
    }

    private int SkipBlanksBefore(int at)
    {
        while (at > 0 && _view.Text[at - 1] <= ' ')
            at--;
        return at;
    }

    private bool IsBeside(SourceAnchor anchor, char mark)
    {
        var text = _view.Text;
        var before = SkipBlanksBefore(anchor.Position);
        if (before > 0 && text[before - 1] == mark)
            return true;

        var after = anchor.Position + anchor.Length;
        while (after < text.Length && text[after] <= ' ')
            after++;
        return after < text.Length && text[after] == mark;
    }

    // Calls that take a credential by name are another pass's; any other is bound for a value that speaks for itself.
    private bool IsTelling(SourceAnchor anchor) =>
        anchor.Kind is AnchorKind.Text && LooksRandom(_view.Text.AsSpan(anchor.Position, anchor.Length));

    private static string? NoName(SyntaxNode argument) => null;

    private void Look(SourceAnchor anchor)
    {
        var token = _view.TokenAt(anchor.Position);
        if (token.SpanStart != anchor.Position || token.Parent?.FirstAncestorOrSelf<ExpressionSyntax>() is not { } literal)
            return;

        if (UseFinder.Widest(literal, _seen) is not { } widest || _view.HasFinding(literal))
            return;

        if (!IsSimple(literal, widest) && Folded(widest) is { } folded && _view.OfText(folded, _matches) is { } found)
        {
            _view.Add(LiteralText.Place(widest), found, "");
            return;
        }

        var use = UseFinder.UseOf(widest, IsTelling(anchor) ? ParameterName : NoName, _view.CancellationToken);
        var isHeader = use.Kind is ValueUseKind.Named && AuthorizationHeader.Is(use.Name.AsSpan());
        if (use.Kind is ValueUseKind.None || (!isHeader && !_view.Judge.IsCredentialName(use.Name)))
            return;
        if (!LiteralText.TryRead(widest, ConstantsFor(widest), out var text, _view.CancellationToken) || text.Length == 0)
            return;

        if (IsOfVocabulary(widest, text))
            return;

        var isBytes = anchor.Kind is AnchorKind.Numbers;
        var verdict = isHeader ? _view.Judge.Authorization(text) : use.Kind is ValueUseKind.Named ? (IsGiven(widest) && !isBytes ? _view.Judge.Given(use.Name, text) : _view.Judge.Named(use.Name, text, isBytes)) : _view.Judge.Compared(use.Name, text);
        if (verdict is not null)
            _view.Add(isHeader ? Longest(widest) : anchor.Kind <= AnchorKind.InterpolatedText ? LiteralText.Place(widest) : widest, verdict, use.Name);
    }

    // An argument, or what a member of an object is set to; what is declared is neither.
    private static bool IsGiven(ExpressionSyntax value) =>
        value.Parent is ArgumentSyntax or AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax } or AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax };

    // A list of credentials' names is a vocabulary: ["Password", "Pwd", "AccountKey"]; so are the other words in a list with two of them.
    private static bool IsOfVocabulary(ExpressionSyntax member, string text)
    {
        const int MostMembers = 64;
        IEnumerable<ExpressionSyntax> members = member.Parent switch
        {
            InitializerExpressionSyntax list => list.Expressions,
            ExpressionElementSyntax { Parent: CollectionExpressionSyntax list } => list.Elements.OfType<ExpressionElementSyntax>().Select(static element => element.Expression),
            _ => [],
        };
        return members.Any() && (CredentialNames.Is(text)
            || members.Take(MostMembers).Count(static other => other is LiteralExpressionSyntax { Token.Value: string name } && CredentialNames.Is(name)) > 1);
    }

    // "Basic " + …: the scheme is not the credential.
    private static SyntaxNode Longest(ExpressionSyntax value) =>
        value.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().OrderByDescending(static literal => literal.Token.ValueText.Length).FirstOrDefault() ?? (SyntaxNode)value;

    // The one pass over the file's text has seen a literal that is written as it reads.
    private static bool IsSimple(ExpressionSyntax literal, ExpressionSyntax widest) => literal is LiteralExpressionSyntax { Token: var token }
        && token.Text.IndexOf('\\') < 0
        && token.Text.IndexOf("\"\"", 1, StringComparison.Ordinal) < 0
        && widest is LiteralExpressionSyntax or InvocationExpressionSyntax or ObjectCreationExpressionSyntax;

    // Without looking up constants: nearly every text that is joined is joined with something else.
    private string? Folded(ExpressionSyntax widest) =>
        LiteralText.TryRead(widest, null, out var text, _view.CancellationToken) && text.Length >= 8 ? text : null;

    // Constants are looked up only where a name stands beside the literal.
    private ProgramFacts? ConstantsFor(ExpressionSyntax widest) =>
        widest is LiteralExpressionSyntax || !widest.DescendantNodes().Any(static node => node is IdentifierNameSyntax) ? null : _view.Program;

    // A call that is named after what it takes says something even where its parameter does not.
    private static bool IsNameless(string call) => call.Length > 0 && !CredentialNames.Is(Arguments.WithoutVerb(call));

    private string? ParameterName(SyntaxNode argument)
    {
        var call = argument.Parent?.Parent;
        var name = call switch
        {
            InvocationExpressionSyntax invocation => SyntaxNames.OfCall(invocation),
            ObjectCreationExpressionSyntax creation => SyntaxNames.OfType(creation.Type),
            AttributeSyntax attribute => SyntaxNames.OfType(attribute.Name),
            _ => "",
        };
        if (call is null || (CallNames.Searches(name) || call is AttributeSyntax) && !_view.Program.MayTakeCredential(NameHash.Of(name), _view.CancellationToken))
            return null;
        if (IsNameless(name) && !_view.Program.MayReachTaker(name, _view.CancellationToken))
            return null;

        if (_view.Model(call) is not { } model)
            return null;

        var symbol = model.GetSymbolInfo(call, _view.CancellationToken);
        if ((symbol.Symbol ?? symbol.CandidateSymbols.FirstOrDefault()) is not IMethodSymbol method)
            return null;
        if (argument is ArgumentSyntax plain)
            return FlowTracer.ParameterOf(plain, method)?.Name;

        var position = ((AttributeArgumentListSyntax)argument.Parent!).Arguments.PositionOf((AttributeArgumentSyntax)argument);
        return position < method.Parameters.Length ? method.Parameters[position].Name : null;
    }

    // An argument of a call whose name says nothing is bound only for a value that speaks for itself: letters and digits in turn, or marks.
    private static bool LooksRandom(ReadOnlySpan<char> literal)
    {
        if (literal.Length is < 8 or > 130 || IsGuid(literal.Slice(1, literal.Length - 2)))
            return false;

        var turns = 0;
        var marks = 0;
        var digits = 0;
        var wasDigit = false;
        foreach (var unit in literal.Slice(1, literal.Length - 2))
        {
            var isDigit = unit is >= '0' and <= '9';
            if (unit is ' ' or '{' or '/' or '.' or ':' or ',' or ';' or '\\' or '<' or '(' or '[')
                return false;
            if (unit is '!' or '$' or '%' or '^' or '&' or '*' or '#' or '?' or '+')
                marks++;
            turns += isDigit != wasDigit ? 1 : 0;
            digits += isDigit ? 1 : 0;
            wasDigit = isDigit;
        }

        return digits > 0 && (turns > 3 || (marks > 0 && digits > 1));
    }

    private static bool IsGuid(ReadOnlySpan<char> text) => text.Length == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-';
}
