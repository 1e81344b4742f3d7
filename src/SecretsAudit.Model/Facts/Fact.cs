using System.Diagnostics.CodeAnalysis;

namespace SecretsAudit.Model;

/// <summary>
/// One thing an audit may rely on: known, absent, or unknown with a reason. <c>default</c> is unknown, so that what nobody read
/// can never count as compliant.
/// </summary>
/// <typeparam name="T">The type of the value when known.</typeparam>
public readonly struct Fact<T> : IEquatable<Fact<T>>
    where T : notnull
{
    private readonly T? _value;

    private Fact(FactState state, T? value, FactOrigin? origin)
    {
        State = state;
        _value = value;
        Origin = origin;
    }

    /// <summary>Known, absent or unknown.</summary>
    public FactState State { get; }

    /// <summary>Where it was read, or why it could not be. Null only for a fact that nobody tried to read.</summary>
    public FactOrigin? Origin { get; }

    /// <summary>True when the source gave a value.</summary>
    public bool IsKnown => State == FactState.Known;

    /// <summary>True when the source says that there is none.</summary>
    public bool IsAbsent => State == FactState.Absent;

    /// <summary>True when we cannot tell.</summary>
    public bool IsUnknown => State == FactState.Unknown;

    /// <summary>Why the fact is unknown; null when it is not.</summary>
    public string? UnknownReason => State == FactState.Unknown ? Origin?.Reason ?? "not read" : null;

    /// <summary>The value of a known fact.</summary>
    /// <exception cref="InvalidOperationException">The fact is absent or unknown.</exception>
    public T Value => State == FactState.Known ? _value! : throw new InvalidOperationException($"The fact is {State}, it has no value.");

    /// <summary>A fact with a value.</summary>
    public static Fact<T> Known(T value, FactOrigin origin) => new(FactState.Known, value, origin);

    /// <summary>The source says there is none.</summary>
    public static Fact<T> Absent(FactOrigin origin) => new(FactState.Absent, default, origin);

    /// <summary>The read failed; <paramref name="origin"/> carries the reason.</summary>
    public static Fact<T> Unknown(FactOrigin origin) => new(FactState.Unknown, default, origin);

    /// <summary>Gives the value of a known fact.</summary>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return State == FactState.Known;
    }

    /// <summary>Derives a fact from this one; absent and unknown stay what they are, with their origin.</summary>
    public Fact<TResult> Select<TResult>(Func<T, TResult> selector)
        where TResult : notnull
        => State switch
        {
            FactState.Known => Fact<TResult>.Known(selector(_value!), Origin!),
            FactState.Absent => Fact<TResult>.Absent(Origin!),
            _ => Origin is null ? default : Fact<TResult>.Unknown(Origin),
        };

    /// <inheritdoc/>
    public bool Equals(Fact<T> other) => State == other.State && EqualityComparer<T>.Default.Equals(_value, other._value) && Origin == other.Origin;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fact<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(State, _value, Origin);

    /// <summary>Equality of state, value and origin.</summary>
    public static bool operator ==(Fact<T> left, Fact<T> right) => left.Equals(right);

    /// <summary>Inequality of state, value or origin.</summary>
    public static bool operator !=(Fact<T> left, Fact<T> right) => !left.Equals(right);

    /// <summary>The value, <c>(absent)</c>, or <c>(unknown: reason)</c>.</summary>
    public override string ToString() => State switch
    {
        FactState.Known => _value!.ToString() ?? "",
        FactState.Absent => "(absent)",
        _ => $"(unknown: {UnknownReason})",
    };
}
