using SecretsAudit.Iam;

namespace SecretsAudit.Engine.Facts;

/// <summary>
/// Tells policies apart by a few of their characters before it compares them whole: a hash over the whole of 20 KB would cost more than all rules
/// on it. Texts made to collide cost a comparison each, of which a shelf has a bounded number.
/// </summary>
internal sealed class PolicyTextComparer : IEqualityComparer<(PolicyKind Kind, string Text)>
{
    private const int Samples = 24;

    public static PolicyTextComparer Instance { get; } = new();

    public bool Equals((PolicyKind Kind, string Text) x, (PolicyKind Kind, string Text) y) => x.Kind == y.Kind && string.Equals(x.Text, y.Text, StringComparison.Ordinal);

    public int GetHashCode((PolicyKind Kind, string Text) obj)
    {
        var text = obj.Text;
        var hash = ((uint)obj.Kind * 31) + (uint)text.Length;
        // An odd step, so that a pattern in the text does not hide what differs.
        var step = Math.Max(1, text.Length / Samples) | 1;
        for (var i = 0; i < text.Length; i += step)
            hash = (hash * 16777619) ^ text[i];
        return (int)hash;
    }
}
