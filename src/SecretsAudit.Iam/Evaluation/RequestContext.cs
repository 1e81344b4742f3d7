using System.Collections;

namespace SecretsAudit.Iam;

/// <summary>The condition keys of one request; keys compare without case, each has one or more values.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html"/>
public sealed class RequestContext : IEnumerable<KeyValuePair<string, IReadOnlyList<string>>>
{
    private readonly Dictionary<string, string[]> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many keys are present.</summary>
    public int Count => _values.Count;

    /// <summary>Adds a key or replaces its values; a key without values is absent to every operator.</summary>
    public void Add(string key, params string[] values)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length == 0)
            _values.Remove(key);
        else
            _values[key] = values;
    }

    /// <summary>Whether the key is present.</summary>
    public bool Contains(string key) => _values.ContainsKey(key);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, IReadOnlyList<string>>> GetEnumerator() =>
        _values.Select(pair => KeyValuePair.Create(pair.Key, (IReadOnlyList<string>)pair.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal string[]? Find(string key) => _values.GetValueOrDefault(key);

    internal void AddAbsent(string key, string? value)
    {
        if (value is not null && !_values.ContainsKey(key))
            _values[key] = [value];
    }

    internal RequestContext Copy()
    {
        var copy = new RequestContext();
        foreach (var (key, values) in _values)
            copy._values[key] = values;
        return copy;
    }
}
