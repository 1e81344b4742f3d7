using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>The operators of the rule language: a comparison with an absent or unknown fact is unknown, never false.</summary>
public static class FactOperators
{
    extension<T>(Fact<T>)
        where T : notnull, IComparable<T>
    {
        /// <summary>Less than.</summary>
        public static Truth operator <(Fact<T> left, T right) => left.IsKnown ? left.Value.CompareTo(right) < 0 : Unanswered(left);

        /// <summary>Greater than.</summary>
        public static Truth operator >(Fact<T> left, T right) => left.IsKnown ? left.Value.CompareTo(right) > 0 : Unanswered(left);

        /// <summary>Less than or equal.</summary>
        public static Truth operator <=(Fact<T> left, T right) => left.IsKnown ? left.Value.CompareTo(right) <= 0 : Unanswered(left);

        /// <summary>Greater than or equal.</summary>
        public static Truth operator >=(Fact<T> left, T right) => left.IsKnown ? left.Value.CompareTo(right) >= 0 : Unanswered(left);

        /// <summary>Less than.</summary>
        public static Truth operator <(T left, Fact<T> right) => right > left;

        /// <summary>Greater than.</summary>
        public static Truth operator >(T left, Fact<T> right) => right < left;

        /// <summary>Less than or equal.</summary>
        public static Truth operator <=(T left, Fact<T> right) => right >= left;

        /// <summary>Greater than or equal.</summary>
        public static Truth operator >=(T left, Fact<T> right) => right <= left;

        /// <summary>Less than.</summary>
        public static Truth operator <(Fact<T> left, Fact<T> right) => right.IsKnown ? left < right.Value : Unanswered(left, right);

        /// <summary>Greater than.</summary>
        public static Truth operator >(Fact<T> left, Fact<T> right) => right.IsKnown ? left > right.Value : Unanswered(left, right);

        /// <summary>Less than or equal.</summary>
        public static Truth operator <=(Fact<T> left, Fact<T> right) => right.IsKnown ? left <= right.Value : Unanswered(left, right);

        /// <summary>Greater than or equal.</summary>
        public static Truth operator >=(Fact<T> left, Fact<T> right) => right.IsKnown ? left >= right.Value : Unanswered(left, right);
    }

    extension<T>(Fact<T>)
        where T : notnull, IEquatable<T>
    {
        /// <summary>Equal; text by its characters, case included.</summary>
        public static Truth operator ==(Fact<T> left, T right) => left.IsKnown ? left.Value.Equals(right) : Unanswered(left);

        /// <summary>Not equal; of an absent fact it is unknown, too.</summary>
        public static Truth operator !=(Fact<T> left, T right) => left.IsKnown ? !left.Value.Equals(right) : Unanswered(left);

        /// <summary>Equal; text by its characters, case included.</summary>
        public static Truth operator ==(T left, Fact<T> right) => right == left;

        /// <summary>Not equal; of an absent fact it is unknown, too.</summary>
        public static Truth operator !=(T left, Fact<T> right) => right != left;
    }

    extension(Fact<bool>)
    {
        /// <summary>Negation; unknown stays unknown.</summary>
        public static Truth operator !(Fact<bool> fact) => !(Truth)fact;

        /// <summary>Conjunction by Kleene; keeps the origin of the side that decides.</summary>
        public static Fact<bool> operator &(Fact<bool> left, Fact<bool> right) =>
            left.IsKnown && !left.Value ? left : right.IsKnown && !right.Value ? right : left.IsKnown ? right : left;

        /// <summary>Disjunction by Kleene; keeps the origin of the side that decides.</summary>
        public static Fact<bool> operator |(Fact<bool> left, Fact<bool> right) =>
            left.IsKnown && left.Value ? left : right.IsKnown && right.Value ? right : left.IsKnown ? right : left;

        /// <summary>For <c>||</c>: the left side decides when it is known and true.</summary>
        public static bool operator true(Fact<bool> fact) => fact.IsKnown && fact.Value;

        /// <summary>For <c>&amp;&amp;</c>: the left side decides when it is known and false.</summary>
        public static bool operator false(Fact<bool> fact) => fact.IsKnown && !fact.Value;
    }

    internal static Truth Unanswered<T>(Fact<T> fact)
        where T : notnull
        => Truth.Unknown(fact.UnknownReason ?? Truth.AbsentReason);

    /// <summary>The same absence or ignorance, of another type.</summary>
    internal static Fact<TResult> Carry<T, TResult>(Fact<T> fact)
        where T : notnull
        where TResult : notnull
        => fact.IsAbsent ? Fact<TResult>.Absent(fact.Origin!) : fact.Origin is { } origin ? Fact<TResult>.Unknown(origin) : default;

    // A failed read explains more than an absence does.
    private static Truth Unanswered<T>(Fact<T> left, Fact<T> right)
        where T : notnull
        => Truth.Unknown(left.UnknownReason ?? right.UnknownReason ?? Truth.AbsentReason);
}
