namespace SecretsAudit.Iam.Matching;

/// <summary>
/// A pattern of characters, <c>?</c> and <c>*</c>, cut at its stars into pieces. Each piece is searched once from where the last one
/// ended, so the work is at most the pattern's length times the value's, whatever the pattern.
/// </summary>
internal sealed class Wildcard : TextMatcher
{
    /// <summary><c>*</c>: matches every text.</summary>
    public static readonly Wildcard Everything = new([new Piece("", null), new Piece("", null)]);

    private readonly Piece[] _pieces;
    private readonly int _shortest;

    private Wildcard(Piece[] pieces)
    {
        _pieces = pieces;
        foreach (var piece in pieces)
            _shortest += piece.Text.Length;
    }

    /// <summary>Whether the pattern is nothing but stars.</summary>
    public bool IsEverything => _pieces.Length > 1 && _shortest == 0;

    /// <summary>The one text that matches, or null when there are several.</summary>
    public string? Literal => _pieces is [{ AnyOne: null } only] ? only.Text : null;

    public static Wildcard Of(ReadOnlySpan<PatternAtom> atoms)
    {
        var pieces = new List<Piece>();
        var start = 0;
        for (var i = 0; i <= atoms.Length; i++)
        {
            if (i < atoms.Length && atoms[i].Kind != AtomKind.AnyRun)
                continue;

            // Of several stars in a row one is enough: keep only the outer empty pieces.
            if (i > start || pieces.Count == 0 || i == atoms.Length)
                pieces.Add(Piece.Of(atoms[start..i]));
            start = i + 1;
        }

        return new Wildcard([.. pieces]);
    }

    public static Wildcard Of(string pattern) => (Wildcard)Compile(pattern, wildcards: true, variables: false);

    public override bool Matches(ReadOnlySpan<char> value, AccessRequest request) => Matches(value);

    public bool Matches(ReadOnlySpan<char> value)
    {
        var pieces = _pieces;
        if (pieces.Length == 1)
            return value.Length == _shortest && pieces[0].StandsAt(value);
        if (value.Length < _shortest || !pieces[0].StandsAt(value))
            return false;

        var last = pieces[^1];
        if (!last.StandsAt(value[^last.Text.Length..]))
            return false;

        var rest = value[pieces[0].Text.Length..^last.Text.Length];
        for (var i = 1; i < pieces.Length - 1; i++)
        {
            var found = pieces[i].IndexIn(rest);
            if (found < 0)
                return false;
            rest = rest[(found + pieces[i].Text.Length)..];
        }

        return true;
    }

    /// <summary>A run without stars. <paramref name="AnyOne"/> marks the places of question marks; null when there is none.</summary>
    private sealed record Piece(string Text, bool[]? AnyOne)
    {
        public static Piece Of(ReadOnlySpan<PatternAtom> atoms)
        {
            var text = new char[atoms.Length];
            bool[]? anyOne = null;
            for (var i = 0; i < atoms.Length; i++)
            {
                text[i] = atoms[i].Character;
                if (atoms[i].Kind == AtomKind.AnyOne)
                    (anyOne ??= new bool[atoms.Length])[i] = true;
            }

            return new Piece(new string(text), anyOne);
        }

        public bool StandsAt(ReadOnlySpan<char> value)
        {
            if (AnyOne is null)
                return value.StartsWith(Text.AsSpan());

            for (var i = 0; i < Text.Length; i++)
            {
                if (!AnyOne[i] && value[i] != Text[i])
                    return false;
            }

            return true;
        }

        public int IndexIn(ReadOnlySpan<char> value)
        {
            if (AnyOne is null)
                return value.IndexOf(Text.AsSpan());

            for (var i = 0; i + Text.Length <= value.Length; i++)
            {
                if (StandsAt(value[i..]))
                    return i;
            }

            return -1;
        }
    }
}
