namespace SecretsAudit.Iam.Reach.Languages;

/// <summary>
/// The classes into which a set of patterns divides all texts of a shape: two texts are in one class when every pattern matches both or
/// neither. Found by running all patterns side by side over every text, as far as they differ, so no class is missed.
/// </summary>
internal sealed class LanguageClasses
{
    private readonly PatternTrie _trie = new();
    private readonly int _firstOfPatterns;
    private readonly SearchBudget _budget;
    private readonly int[] _start;
    private readonly List<int> _reached = [];
    private readonly List<int> _closed = [];
    private readonly HashSet<char> _characters = [];
    private readonly List<CharacterSet> _sets = [];
    private readonly List<char> _alphabet = [];
    private int[] _marks = [];
    private int _round;

    private LanguageClasses(IEnumerable<Slot[]> shapes, IEnumerable<Slot[]> patterns, SearchBudget budget)
    {
        _budget = budget;
        var shapeRoot = _trie.AddRoot();
        foreach (var shape in shapes)
            _trie[_trie.Add(shapeRoot, shape)].IsEnd = true;
        _firstOfPatterns = _trie.AddRoot();
        foreach (var pattern in patterns)
            _trie[_trie.Add(_firstOfPatterns, pattern)].IsEnd = true;

        _marks = new int[_trie.Count];
        _start = Closed([shapeRoot, _firstOfPatterns]);
    }

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

    private List<string> Explore()
    {
        var words = new List<string>();
        var classes = new HashSet<NodeSet>();
        var seen = new HashSet<NodeSet> { new(_start) };
        var queue = new Queue<Step>();
        queue.Enqueue(new Step(_start, null, '\0'));
        while (queue.TryDequeue(out var step))
        {
            if (IsWhole(step.Nodes) && classes.Add(new(Matched(step.Nodes))))
                words.Add(step.Word());
            foreach (var character in Alphabet(step.Nodes))
            {
                if (!_budget.Spend(step.Nodes.Length))
                    return words;
                if (Next(step.Nodes, character) is { } next && seen.Add(new(next)))
                    queue.Enqueue(new Step(next, step, character));
            }
        }

        return words;
    }

    // Nodes of shapes come first.
    private bool IsWhole(int[] nodes)
    {
        foreach (var node in nodes)
        {
            if (node >= _firstOfPatterns)
                return false;
            if (_trie[node].IsEnd)
                return true;
        }

        return false;
    }

    private int[] Matched(int[] nodes) => Array.FindAll(nodes, node => node >= _firstOfPatterns && _trie[node].IsEnd);

    // Characters that some place treats in a way of its own, and one that stands for all others of each set; good until it is asked for again.
    private List<char> Alphabet(int[] nodes)
    {
        var characters = _characters;
        characters.Clear();
        _sets.Clear();
        foreach (var number in nodes)
        {
            var node = _trie[number];
            if (node.Loop is { } loop && !_sets.Contains(loop))
                _sets.Add(loop);
            foreach (var (slot, _) in node.Edges)
            {
                if (slot.Set is { } set)
                {
                    if (!_sets.Contains(set))
                        _sets.Add(set);
                    continue;
                }

                characters.Add(slot.Character);
                if (slot.IsFolded)
                {
                    characters.Add(char.ToUpperInvariant(slot.Character));
                    characters.Add(char.ToLowerInvariant(slot.Character));
                }
            }
        }

        // The others first: of several texts of a class the one that resembles no pattern is the plainest.
        var alphabet = _alphabet;
        alphabet.Clear();
        foreach (var set in _sets)
        {
            if (set.Beside(characters) is { } other && !alphabet.Contains(other))
                alphabet.Add(other);
        }

        if (_sets.Contains(CharacterSet.NotColon))
            characters.Add(':');
        if (_sets.Contains(CharacterSet.NotSlash))
            characters.Add('/');
        var others = alphabet.Count;
        alphabet.AddRange(characters);
        alphabet.Sort(others, characters.Count, null);
        return alphabet;
    }

    // Null when no shape can be completed from here.
    private int[]? Next(int[] nodes, char character)
    {
        _reached.Clear();
        foreach (var number in nodes)
        {
            var node = _trie[number];
            if (node.Loop?.Contains(character) == true)
                _reached.Add(number);
            foreach (var (slot, next) in node.Edges)
            {
                if (slot.Accepts(character))
                    _reached.Add(next);
            }

            // Shapes come first: where none goes on, no text does.
            if (number < _firstOfPatterns)
                continue;
            if (_reached.Count == 0)
                return null;
        }

        return _reached.Exists(node => node < _firstOfPatterns) ? Closed(_reached) : null;
    }

    private int[] Closed(List<int> nodes)
    {
        _round++;
        _closed.Clear();
        foreach (var node in nodes)
            Enter(node, _closed);
        _closed.Sort();
        return [.. _closed];
    }

    private void Enter(int node, List<int> closed)
    {
        if (_marks[node] == _round)
            return;
        _marks[node] = _round;
        closed.Add(node);
        // A list's own enumerator would cost more than most nodes, which enter none.
        var entered = _trie[node].Entered;
        for (var i = 0; i < entered.Count; i++)
            Enter(entered[i], closed);
    }

    private sealed record Step(int[] Nodes, Step? Before, char Character)
    {
        public string Word()
        {
            var characters = new Stack<char>();
            for (var step = this; step.Before is not null; step = step.Before)
                characters.Push(step.Character);
            return new string([.. characters]);
        }
    }
}
