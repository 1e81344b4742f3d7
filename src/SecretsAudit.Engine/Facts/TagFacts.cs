using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>A secret's tags, as rules see them.</summary>
public readonly struct TagFacts
{
    private readonly Fact<IReadOnlyDictionary<string, string>> _tags;

    internal TagFacts(Fact<IReadOnlyDictionary<string, string>> tags) => _tags = tags;

    /// <summary>How many tags there are.</summary>
    public Fact<int> Count => _tags.Select(static tags => tags.Count);

    /// <summary>The value of one tag, its key's case included; absent when the secret has no such tag.</summary>
    public Fact<string> this[string key] => _tags.State switch
    {
        FactState.Known when _tags.Value.TryGetValue(key, out var value) => Fact.Known(value, _tags.Origin!),
        FactState.Unknown => _tags.Origin is { } origin ? Fact<string>.Unknown(origin) : default,
        _ => Fact<string>.Absent(_tags.Origin!),
    };

    /// <summary>Whether every tag of a list is there and not empty.</summary>
    public Truth HasAll(IReadOnlyList<string> keys)
    {
        if (!_tags.IsKnown)
            return _tags.IsUnknown ? FactOperators.Unanswered(_tags) : keys.Count == 0;

        for (var i = 0; i < keys.Count; i++)
        {
            if (!_tags.Value.TryGetValue(keys[i], out var value) || string.IsNullOrWhiteSpace(value))
                return false;
        }

        return true;
    }

    /// <summary>The first tag of a list that is there and not empty; absent when none is.</summary>
    public Fact<string> FirstOf(IReadOnlyList<string> keys)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            var tag = this[keys[i]];
            if (tag.IsUnknown || (tag.IsKnown && !string.IsNullOrWhiteSpace(tag.Value)))
                return tag;
        }

        return _tags.IsUnknown ? this[""] : Fact<string>.Absent(_tags.Origin!);
    }
}
