namespace SecretsAudit.Iam.Reach.Languages;

/// <summary>
/// Patterns as one automaton that shares their common beginnings, so that hundreds of ARNs cost little more than one. A node may loop on a
/// set of characters; nodes that loop are entered without a character.
/// </summary>
internal sealed class PatternTrie
{
    private readonly List<Node> _nodes = [];

    /// <summary>The number of nodes so far; the next node's number.</summary>
    public int Count => _nodes.Count;

    public Node this[int node] => _nodes[node];

    /// <summary>Adds a root of its own.</summary>
    public int AddRoot()
    {
        _nodes.Add(new Node(null));
        return _nodes.Count - 1;
    }

    /// <summary>Adds a pattern below a root and returns the node at which it ends.</summary>
    public int Add(int root, IEnumerable<Slot> pattern)
    {
        var node = root;
        foreach (var slot in pattern)
            node = slot.Repeats ? Looping(node, slot.Set!) : Following(node, slot);
        return node;
    }

    private int Looping(int node, CharacterSet set)
    {
        foreach (var other in _nodes[node].Entered)
        {
            if (_nodes[other].Loop == set)
                return other;
        }

        _nodes.Add(new Node(set));
        _nodes[node].Entered.Add(_nodes.Count - 1);
        return _nodes.Count - 1;
    }

    private int Following(int node, Slot slot)
    {
        foreach (var (other, next) in _nodes[node].Edges)
        {
            if (other == slot)
                return next;
        }

        _nodes.Add(new Node(null));
        _nodes[node].Edges.Add((slot, _nodes.Count - 1));
        return _nodes.Count - 1;
    }

    /// <summary>One node.</summary>
    /// <param name="loop">The characters that stay here; null when none does.</param>
    internal sealed class Node(CharacterSet? loop)
    {
        public CharacterSet? Loop => loop;

        public List<(Slot Slot, int Next)> Edges { get; } = [];

        /// <summary>The nodes that are entered along with this one.</summary>
        public List<int> Entered { get; } = [];

        /// <summary>Whether a pattern ends here.</summary>
        public bool IsEnd { get; set; }
    }
}
