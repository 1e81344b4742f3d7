using System.Runtime.InteropServices;

namespace SecretsAudit.Iam.Reach.Languages;

/// <summary>The nodes of a <see cref="PatternTrie"/> at which a text can have arrived, in order.</summary>
internal readonly struct NodeSet(int[] nodes) : IEquatable<NodeSet>
{
    private readonly int[] _nodes = nodes;

    public bool Equals(NodeSet other) => _nodes.AsSpan().SequenceEqual(other._nodes);

    public override bool Equals(object? obj) => obj is NodeSet other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(MemoryMarshal.AsBytes(_nodes.AsSpan()));
        return hash.ToHashCode();
    }
}
