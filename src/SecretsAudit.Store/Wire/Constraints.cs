using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Wire;

/// <summary>Collects what a request's members break of the service model, and answers as AWS does: all of it in one message.</summary>
internal sealed class Constraints
{
    private List<string>? _broken;
    private string? _value;
    private Action<string>? _then;

    /// <summary>The member as AWS writes it in messages: the first letter in lower case.</summary>
    public Constraints Required(object? value, string member)
    {
        if (value is null)
        {
            Add("Value null", member, "Member must not be null");
        }

        return this;
    }

    public Constraints Length(string? value, string member, int min, int max, bool sensitive = false)
    {
        if (value is not null && value.Length < min)
        {
            Add(Shown(value, sensitive), member, $"Member must have length greater than or equal to {min}");
        }

        if (value is not null && value.Length > max)
        {
            Add(Shown(value, sensitive), member, $"Member must have length less than or equal to {max}");
        }

        return this;
    }

    public Constraints Bytes(byte[]? value, string member, int min, int max)
    {
        if (value is not null && (value.Length < min || value.Length > max))
        {
            Add("Value", member, value.Length < min ? $"Member must have length greater than or equal to {min}" : $"Member must have length less than or equal to {max}");
        }

        return this;
    }

    public Constraints Range(long? value, string member, long min, long max)
    {
        if (value < min)
        {
            Add($"Value '{value}'", member, $"Member must have value greater than or equal to {min}");
        }

        if (value > max)
        {
            Add($"Value '{value}'", member, $"Member must have value less than or equal to {max}");
        }

        return this;
    }

    public Constraints OneOf(string? value, string member, params ReadOnlySpan<string> allowed) => OneOf(value, member, allowed, string.Join(", ", allowed!));

    /// <summary>With the allowed values as the message is to name them.</summary>
    public Constraints OneOf(string? value, string member, ReadOnlySpan<string> allowed, string named)
    {
        if (value is not null && !allowed.Contains(value))
        {
            Add(Shown(value, sensitive: false), member, $"Member must satisfy enum value set: [{named}]");
        }

        return this;
    }

    public Constraints Pattern(string? value, string member, Func<string, bool> matches, string pattern, bool sensitive = false)
    {
        if (value is not null && !matches(value))
        {
            Add(Shown(value, sensitive), member, $"Member must satisfy regular expression pattern: {pattern}");
        }

        return this;
    }

    /// <summary>A list's size, and that no element of it is null; then each element is checked under its position.</summary>
    public Constraints Each<T>(IReadOnlyList<T?>? values, string member, int min, int max, Action<T, string>? check = null)
        where T : class
    {
        if (values is null)
        {
            return this;
        }

        if (values.Count < min)
        {
            Add($"Value '[{values.Count} elements]'", member, $"Member must have length greater than or equal to {min}");
        }

        if (values.Count > max)
        {
            Add($"Value '[{values.Count} elements]'", member, $"Member must have length less than or equal to {max}");
            return this;
        }

        for (var i = 0; i < values.Count; i++)
        {
            var place = $"{member}.{i + 1}.member";
            if (values[i] is { } value)
            {
                check?.Invoke(value, place);
            }
            else
            {
                Add("Value null", place, "Member must not be null");
            }
        }

        return this;
    }

    /// <summary>A list of texts: its size, and each text's length, told of the list as a whole.</summary>
    public Constraints Strings(IReadOnlyList<string?>? values, string member, int min, int max, int minLength, int maxLength)
    {
        if (values is null)
        {
            return this;
        }

        var shown = Shown($"[{string.Join(", ", values)}]", sensitive: false);
        if (values.Count < min)
        {
            Add(shown, member, $"Member must have length greater than or equal to {min}");
        }

        if (values.Count > max)
        {
            Add(shown, member, $"Member must have length less than or equal to {max}");
        }

        if (values.Any(value => value is null || value.Length < minLength || value.Length > maxLength))
        {
            Add(shown, member, $"Member must satisfy constraint: [Member must have length less than or equal to {maxLength}, Member must have length greater than or equal to {minLength}]");
        }

        return this;
    }

    /// <summary>A check of the service's own, made only once the service model holds; at most one a request.</summary>
    public Constraints Then(string? value, Action<string> check)
    {
        (_value, _then) = (value, check);
        return this;
    }

    /// <exception cref="ValidationException">Something is broken.</exception>
    public void ThrowIfBroken()
    {
        if (_broken is { } broken)
        {
            throw new ValidationException($"{broken.Count} validation error{(broken.Count == 1 ? "" : "s")} detected: {string.Join("; ", broken)}");
        }

        if (_value is { } value)
        {
            _then!(value);
        }
    }

    private static string Shown(string value, bool sensitive) =>
        sensitive ? "Value" : value.Length <= 1024 ? $"Value '{value}'" : $"Value '{value[..1024]}…'";

    private void Add(string value, string member, string constraint)
    {
        _broken ??= [];
        if (_broken.Count < 20)
        {
            _broken.Add($"{value} at '{member}' failed to satisfy constraint: {constraint}");
        }
    }
}
