using SecretsAudit.Iam.Conditions;
using SecretsAudit.Iam.Matching;
using SecretsAudit.Iam.Reach.Languages;

namespace SecretsAudit.Iam.Reach.Search;

/// <summary>What the conditions on one key tell apart: whole texts, patterns, numbers, instants and ranges of addresses.</summary>
internal sealed class ValueAtoms
{
    private readonly HashSet<string> _literals = new(StringComparer.Ordinal);
    private readonly List<Slot[]> _patterns = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private readonly SearchScene _scene;

    public ValueAtoms(IEnumerable<Term> terms, SearchScene scene)
    {
        _scene = scene;
        foreach (var (_, condition) in terms)
        {
            foreach (var value in condition.Values)
                Add(condition, value);
        }
    }

    public HashSet<string> Literals => _literals;

    public IReadOnlyList<Slot[]> Patterns => _patterns;

    public List<decimal> Numbers { get; } = [];

    public List<DateTimeOffset> Instants { get; } = [];

    public List<AddressRange> Ranges { get; } = [];

    /// <summary>Texts, numbers, instants, addresses: with one of these only, each is divided exactly.</summary>
    public int Families => (_literals.Count + _patterns.Count > 0 ? 1 : 0) + (Numbers.Count > 0 ? 1 : 0) + (Instants.Count > 0 ? 1 : 0) + (Ranges.Count > 0 ? 1 : 0);

    /// <summary>Whether all is told apart as text: where other comparisons occur, a part that knows only texts may miss a class.</summary>
    public bool IsTextOnly => Numbers.Count + Instants.Count + Ranges.Count == 0;

    /// <summary>The literals and patterns as patterns to be placed inside of a longer text.</summary>
    public IEnumerable<Slot[]> AllAsPatterns => _literals.Select(literal => SlotPattern.OfLiteral(literal).ToArray()).Concat(_patterns);

    private void Add(PolicyCondition condition, string value)
    {
        var comparison = condition.Operator.Comparison;
        if (!_seen.Add($"{(int)comparison} {value}"))
            return;

        switch (comparison)
        {
            case ConditionComparison.StringEquals or ConditionComparison.StringNotEquals:
                AddText(Split(condition, value, wildcards: false));
                break;
            case ConditionComparison.StringLike or ConditionComparison.StringNotLike:
                AddText(Split(condition, value, wildcards: true));
                break;
            case ConditionComparison.StringEqualsIgnoreCase or ConditionComparison.StringNotEqualsIgnoreCase:
                AddFolded(Split(condition, value, wildcards: false));
                break;
            case ConditionComparison.Bool:
                AddFolded(PatternAtom.Split(value, wildcards: false, variables: false));
                break;
            case ConditionComparison.BinaryEquals:
                _literals.Add(value);
                break;
            case ConditionComparison.IpAddress or ConditionComparison.NotIpAddress:
                if (AddressRange.TryParse(value) is { } range)
                    Ranges.Add(range);
                break;
            case >= ConditionComparison.NumericEquals and <= ConditionComparison.NumericGreaterThanEquals:
                if (ContextParse.Number(value) is { } number)
                    Numbers.Add(number);
                break;
            case >= ConditionComparison.DateEquals and <= ConditionComparison.DateGreaterThanEquals:
                if (ContextParse.Instant(value) is { } instant)
                    Instants.Add(instant);
                break;
            case >= ConditionComparison.ArnEquals and <= ConditionComparison.ArnNotLike:
                AddArn(Split(condition, value, wildcards: true));
                break;
        }
    }

    private List<PatternAtom> Split(PolicyCondition condition, string value, bool wildcards)
    {
        var atoms = PatternAtom.Split(value, wildcards, condition.TakesVariables);
        return condition.HasVariables ? _scene.Resolved(atoms) : atoms;
    }

    private void AddText(List<PatternAtom> atoms)
    {
        if (atoms.TrueForAll(atom => atom.Kind == AtomKind.Character))
            _literals.Add(TextOf(atoms));
        else
            _patterns.Add([.. SlotPattern.OfText(atoms, CharacterSet.Any)]);
    }

    // The text as written stands for its class; the pattern keeps other spellings out of other classes.
    private void AddFolded(List<PatternAtom> atoms)
    {
        if (atoms.TrueForAll(atom => atom.Kind == AtomKind.Character))
            _literals.Add(TextOf(atoms));
        _patterns.Add([.. SlotPattern.OfText(atoms, CharacterSet.Any, folded: true)]);
    }

    private void AddArn(List<PatternAtom> atoms)
    {
        if (atoms.TrueForAll(atom => atom.Kind == AtomKind.Character) && atoms.Count(atom => atom.Character == ':') >= 5)
            _literals.Add(TextOf(atoms));
        else if (SlotPattern.OfArn(atoms) is { } pattern)
            _patterns.Add(pattern);
    }

    private static string TextOf(List<PatternAtom> atoms) => string.Concat(atoms.Select(atom => atom.Character));
}
