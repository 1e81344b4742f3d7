using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>Arithmetic on moments and durations that may be absent or unknown. A result beyond the calendar stops at its end.</summary>
public static class TimeFactOperators
{
    extension(Fact<DateTimeOffset>)
    {
        /// <summary>A moment later.</summary>
        public static Fact<DateTimeOffset> operator +(Fact<DateTimeOffset> moment, TimeSpan duration) =>
            moment.IsKnown ? Fact.Known(Later(moment.Value, duration), moment.Origin!) : moment;

        /// <summary>A moment earlier.</summary>
        public static Fact<DateTimeOffset> operator -(Fact<DateTimeOffset> moment, TimeSpan duration) =>
            moment.IsKnown ? Fact.Known(Later(moment.Value, duration.Negate()), moment.Origin!) : moment;

        /// <summary>The time from one moment to another.</summary>
        public static Fact<TimeSpan> operator -(DateTimeOffset later, Fact<DateTimeOffset> earlier) => earlier.IsKnown
            ? Fact.Known(later - earlier.Value, earlier.Origin!)
            : FactOperators.Carry<DateTimeOffset, TimeSpan>(earlier);

        /// <summary>The time from one moment to another.</summary>
        public static Fact<TimeSpan> operator -(Fact<DateTimeOffset> later, DateTimeOffset earlier) => later.IsKnown
            ? Fact.Known(later.Value - earlier, later.Origin!)
            : FactOperators.Carry<DateTimeOffset, TimeSpan>(later);

        /// <summary>The time from one moment to another.</summary>
        public static Fact<TimeSpan> operator -(Fact<DateTimeOffset> later, Fact<DateTimeOffset> earlier) =>
            earlier.IsKnown ? later - earlier.Value : FactOperators.Carry<DateTimeOffset, TimeSpan>(later.IsUnknown ? later : earlier);
    }

    // An inventory may hold any date at all; one at the end of the calendar must not make a rule throw.
    private static DateTimeOffset Later(DateTimeOffset moment, TimeSpan duration)
    {
        var left = duration > TimeSpan.Zero ? DateTimeOffset.MaxValue - moment : DateTimeOffset.MinValue - moment;
        return duration > TimeSpan.Zero
            ? duration > left ? DateTimeOffset.MaxValue : moment + duration
            : duration < left ? DateTimeOffset.MinValue : moment + duration;
    }
}
