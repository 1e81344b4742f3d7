using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>Keeps the gaps of a scope to a number that a report can show: beyond it, the rest of a kind is one gap with their count.</summary>
/// <remarks>No fact is lost by it: each secret's own facts stay unknown, with their reason.</remarks>
internal sealed class GapTally(Scope scope)
{
    /// <summary>Gaps of one operation and kind that are told one by one.</summary>
    internal const int Told = 1000;

    private readonly Dictionary<(string Operation, GapKind Kind), (int Count, Gap Last)> _seen = [];

    /// <summary>True when the gap is to be told.</summary>
    public bool Tell(Gap gap)
    {
        var count = _seen.GetValueOrDefault((gap.Operation, gap.Kind)).Count + 1;
        _seen[(gap.Operation, gap.Kind)] = (count, gap);
        return count <= Told;
    }

    /// <summary>One gap for each kind of which some were not told.</summary>
    public IEnumerable<Gap> Rest() => _seen.Values.Where(seen => seen.Count > Told)
        .Select(seen => seen.Last with { Subject = scope.ToString(), Reason = GapText.Bound($"{seen.Count - Told} more like the last: {seen.Last.Reason}") });
}
