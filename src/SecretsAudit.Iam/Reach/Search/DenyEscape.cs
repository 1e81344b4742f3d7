using SecretsAudit.Iam.Reach.Languages;

namespace SecretsAudit.Iam.Reach.Search;

/// <summary>
/// Picks one choice for each part of a request so that a given Allow statement holds and every Deny fails in at least one part.
/// </summary>
internal sealed class DenyEscape
{
    private readonly Choice[][] _options;
    private readonly int[] _partOf;
    private readonly SearchBudget _budget;
    private readonly HashSet<(int, StatementSet)> _hopeless = [];
    private readonly Choice[] _picked;

    private DenyEscape(List<(int Part, Choice[] Options)> parts, SearchBudget budget)
    {
        // The parts with the fewest options first: their failures cut the most.
        parts.Sort((one, other) => one.Options.Length.CompareTo(other.Options.Length));
        _options = [.. parts.Select(part => part.Options)];
        _partOf = [.. parts.Select(part => part.Part)];
        _budget = budget;
        _picked = new Choice[parts.Count];
    }

    /// <summary>The choices in the order of the parts; null when there are none, or when the budget ran out.</summary>
    public static IReadOnlyList<Choice>? Find(int allow, StatementSet denies, IReadOnlyList<RequestPart> parts, SearchBudget budget)
    {
        // Most statements fail here: some part has nothing that satisfies them.
        foreach (var part in parts)
        {
            if (!part.Choices.Any(choice => choice.Holds.Contains(allow)))
                return null;
        }

        var options = new List<(int, Choice[])>();
        for (var i = 0; i < parts.Count; i++)
            options.Add((i, Undominated(parts[i].Choices.Where(choice => choice.Holds.Contains(allow)), denies, budget)));

        var escape = new DenyEscape(options, budget);
        if (!escape.Pick(0, denies))
            return null;

        var chosen = new Choice[parts.Count];
        for (var i = 0; i < chosen.Length; i++)
            chosen[escape._partOf[i]] = escape._picked[i];
        return chosen;
    }

    // A choice under which more Denies hold than under another is never needed.
    private static Choice[] Undominated(IEnumerable<Choice> choices, StatementSet denies, SearchBudget budget)
    {
        var kept = new List<(Choice Choice, StatementSet Denies)>();
        foreach (var choice in choices)
        {
            var held = choice.Holds.And(denies);
            if (held.IsEmpty)
                return [choice];
            budget.Spend(1 + (kept.Count / 4));
            if (kept.Exists(other => other.Denies.IsSubsetOf(held)))
                continue;
            kept.RemoveAll(other => held.IsSubsetOf(other.Denies));
            kept.Add((choice, held));
        }

        return [.. kept.OrderBy(entry => entry.Denies.Count).Select(entry => entry.Choice)];
    }

    private bool Pick(int part, StatementSet denies)
    {
        if (part == _options.Length)
            return denies.IsEmpty;
        if (!_budget.Spend() || _hopeless.Contains((part, denies)))
            return false;

        foreach (var choice in _options[part])
        {
            _picked[part] = choice;
            if (Pick(part + 1, denies.And(choice.Holds)))
                return true;
        }

        _hopeless.Add((part, denies));
        return false;
    }
}
