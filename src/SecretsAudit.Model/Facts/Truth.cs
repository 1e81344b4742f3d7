namespace SecretsAudit.Model;

/// <summary>Kleene's three truth values; an unknown carries its reason. <c>default</c> is unknown.</summary>
/// <remarks><c>&amp;&amp;</c>, <c>||</c> and <c>!</c> work as in Kleene's logic: false and anything is false, true or anything is true.</remarks>
public readonly struct Truth : IEquatable<Truth>
{
    /// <summary>The reason of an unknown that comes from asking for the value of an absent fact.</summary>
    public const string AbsentReason = "it depends on a value that is absent";

    /// <summary>The reason of an unknown that no resource can have before it exists: what a template's resources have instead of dates and use.</summary>
    public const string NotYetReason = "it does not exist before deployment";

    private readonly sbyte _sign;
    private readonly string? _reason;

    private Truth(sbyte sign, string? reason)
    {
        _sign = sign;
        _reason = reason;
    }

    /// <summary>Certainly so.</summary>
    public static Truth True => new(1, null);

    /// <summary>Certainly not so.</summary>
    public static Truth False => new(-1, null);

    /// <summary>Cannot be told, for the reason given (a clause without a full stop).</summary>
    public static Truth Unknown(string reason) => new(0, reason);

    /// <summary>True when certainly so.</summary>
    public bool IsTrue => _sign > 0;

    /// <summary>True when certainly not so.</summary>
    public bool IsFalse => _sign < 0;

    /// <summary>True when it cannot be told.</summary>
    public bool IsUnknown => _sign == 0;

    /// <summary>Why it cannot be told; null when it can.</summary>
    public string? Reason => _sign == 0 ? _reason ?? "not read" : null;

    /// <summary>A certain truth value.</summary>
    public static implicit operator Truth(bool value) => value ? True : False;

    /// <summary>What a yes-or-no fact says: unknown stays unknown with its reason, and an absent one cannot be told either.</summary>
    public static implicit operator Truth(Fact<bool> fact) => fact.State switch
    {
        FactState.Known => fact.Value,
        FactState.Absent => Unknown(AbsentReason),
        _ => Unknown(fact.UnknownReason!),
    };

    /// <summary>Conjunction. Two unknowns keep the left one's reason.</summary>
    public static Truth operator &(Truth left, Truth right) =>
        left.IsFalse || right.IsFalse ? False : left.IsUnknown ? left : right;

    /// <summary>Disjunction. Two unknowns keep the left one's reason.</summary>
    public static Truth operator |(Truth left, Truth right) =>
        left.IsTrue || right.IsTrue ? True : left.IsUnknown ? left : right;

    /// <summary>Negation; unknown stays unknown.</summary>
    public static Truth operator !(Truth value) => new((sbyte)-value._sign, value._reason);

    /// <summary>For <c>||</c>: the left side decides when it is true.</summary>
    public static bool operator true(Truth value) => value.IsTrue;

    /// <summary>For <c>&amp;&amp;</c>: the left side decides when it is false.</summary>
    public static bool operator false(Truth value) => value.IsFalse;

    /// <inheritdoc/>
    public bool Equals(Truth other) => _sign == other._sign && Reason == other.Reason;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Truth other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_sign, Reason);

    /// <summary>Equality of truth value and reason.</summary>
    public static bool operator ==(Truth left, Truth right) => left.Equals(right);

    /// <summary>Inequality of truth value or reason.</summary>
    public static bool operator !=(Truth left, Truth right) => !left.Equals(right);

    /// <summary><c>true</c>, <c>false</c> or <c>unknown (reason)</c>.</summary>
    public override string ToString() => IsTrue ? "true" : IsFalse ? "false" : $"unknown ({Reason})";
}
