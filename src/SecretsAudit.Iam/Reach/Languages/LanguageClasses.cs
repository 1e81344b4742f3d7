namespace SecretsAudit.Iam.Reach.Languages;

/// <summary>
/// The classes into which a set of patterns divides all texts of a shape: two texts are in one class when every pattern matches both or
/// neither. Found by running all patterns side by side over every text, as far as they differ, so no class is missed.
/// </summary>
internal sealed class LanguageClasses
{
    private readonly List<Slot?> _slots = []; // a null ends a pattern
    private readonly int _firstPatternPosition;
    private readonly Dictionary<int, int> _patternOfEnd = [];
    private readonly int _shapeEnds;
    private readonly SearchBudget _budget;

    private LanguageClasses(IReadOnlyList<Slot[]> shapes, IReadOnlyList<Slot[]> patterns, SearchBudget budget)
    {
        _budget = budget;
        var starts = new List<int>();
        foreach (var shape in shapes)
            starts.Add(Add(shape));
        _firstPatternPosition = _slots.Count;
        _shapeEnds = _slots.Count;
        for (var i = 0; i < patterns.Count; i++)
        {
            starts.Add(Add(patterns[i]));
            _patternOfEnd[_slots.Count - 1] = i;
        }

        Start = Close(starts);
    }

    private int[] Start { get; }

    /// <summary>One text of each class that is not among the texts to avoid, or of each class with nothing but those.</summary>
    /// <param name="shapes">The texts in question: those that match one of these.</param>
    /// <param name="patterns">What divides them.</param>
    /// <param name="avoid">Texts that the caller looks at anyway, and which stand for themselves only.</param>
    /// <param name="budget">Stops the work; the answer then lacks classes, and the budget knows.</param>
    public static IReadOnlyList<string> Representatives(
        IReadOnlyList<Slot[]> shapes, IReadOnlyList<Slot[]> patterns, IReadOnlySet<string> avoid, SearchBudget budget)
    {
        var all = new List<Slot[]>(patterns);
        var separated = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var words = new LanguageClasses(shapes, all, budget).Explore();
            // A text to avoid stands in the way of its class's other texts: as a pattern of its own it steps aside.
            var inTheWay = words.Where(word => avoid.Contains(word) && separated.Add(word)).ToList();
            if (inTheWay.Count == 0 || budget.IsSpent)
                return [.. words.Where(word => !avoid.Contains(word))];
            all.AddRange(inTheWay.Select(word => SlotPattern.OfLiteral(word).ToArray()));
        }
    }

    private int Add(Slot[] pattern)
    {
        var start = _slots.Count;
        foreach (var slot in pattern)
            _slots.Add(slot);
        _slots.Add(null);
        return start;
    }

    private List<string> Explore()
    {
        var words = new List<string>();
        var classes = new HashSet<PositionSet>();
        var seen = new HashSet<PositionSet> { new(Start) };
        var queue = new Queue<Node>();
        queue.Enqueue(new Node(Start, null, '\0'));
        while (queue.TryDequeue(out var node))
        {
            if (IsWhole(node.Positions) && classes.Add(new(Matched(node.Positions))))
                words.Add(node.Word());
            if (!_budget.Spend())
                break;
            foreach (var character in Alphabet(node.Positions))
            {
                var next = Step(node.Positions, character);
                if (next is not null && seen.Add(new(next)))
                    queue.Enqueue(new Node(next, node, character));
            }
        }

        return words;
    }

    private bool IsWhole(int[] positions)
    {
        foreach (var position in positions)
        {
            if (position >= _shapeEnds)
                return false;
            if (_slots[position] is null)
                return true;
        }

        return false;
    }

    private int[] Matched(int[] positions) => [.. positions.Where(position => _slots[position] is null && position >= _firstPatternPosition)];

    // Characters that some place treats in a way of its own, and one that stands for all others of each set.
    private List<char> Alphabet(int[] positions)
    {
        var characters = new HashSet<char>();
        var sets = new HashSet<CharacterSet>();
        foreach (var position in positions)
        {
            if (_slots[position] is not { } slot)
                continue;
            if (slot.Set is { } set)
            {
                sets.Add(set);
            }
            else
            {
                characters.Add(slot.Character);
                if (slot.IsFolded)
                {
                    characters.Add(char.ToUpperInvariant(slot.Character));
                    characters.Add(char.ToLowerInvariant(slot.Character));
                }
            }
        }

        var others = new List<char>();
        foreach (var set in sets)
        {
            if (set.Beside(characters) is { } other)
                others.Add(other);
            if (set == CharacterSet.NotColon)
                others.Add(':');
            if (set == CharacterSet.NotSlash)
                others.Add('/');
        }

        // The others first: of several texts of a class the one that resembles no pattern is the plainest.
        others.AddRange(characters.Order());
        return others;
    }

    // Null when no shape can be completed from here.
    private int[]? Step(int[] positions, char character)
    {
        var reached = new List<int>();
        foreach (var position in positions)
        {
            if (_slots[position] is { } slot && slot.Accepts(character))
                reached.Add(slot.Repeats ? position : position + 1);
        }

        var closed = Close(reached);
        return closed.Length > 0 && closed[0] < _firstPatternPosition ? closed : null;
    }

    private int[] Close(List<int> positions)
    {
        var closed = new SortedSet<int>();
        foreach (var start in positions)
        {
            var position = start;
            while (closed.Add(position) && _slots[position] is { Repeats: true })
                position++;
        }

        return [.. closed];
    }

    private sealed record Node(int[] Positions, Node? Before, char Character)
    {
        public string Word()
        {
            var characters = new Stack<char>();
            for (var node = this; node.Before is not null; node = node.Before)
                characters.Push(node.Character);
            return new string([.. characters]);
        }
    }

    private readonly struct PositionSet(int[] positions) : IEquatable<PositionSet>
    {
        private readonly int[] _positions = positions;

        public bool Equals(PositionSet other) => _positions.AsSpan().SequenceEqual(other._positions);

        public override bool Equals(object? obj) => obj is PositionSet other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var position in _positions)
                hash.Add(position);
            return hash.ToHashCode();
        }
    }
}
