using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>The functions a rule may call on a fact. All of them keep an unknown unknown.</summary>
public static class FactFunctions
{
    extension<T>(Fact<T> fact)
        where T : notnull
    {
        /// <summary>Whether the source says that there is none; unknown when it could not be read.</summary>
        public Truth IsAbsent() => fact.State switch
        {
            FactState.Known => Truth.False,
            FactState.Absent => Truth.True,
            _ => Truth.Unknown(fact.UnknownReason!),
        };

        /// <summary>This value, or another one where the source says that there is none. Unknown stays unknown.</summary>
        public Fact<T> OrElse(T substitute) => fact.IsAbsent ? Fact.Known(substitute, fact.Origin!) : fact;

        /// <summary>This value, or another fact where the source says that there is none. Unknown stays unknown.</summary>
        public Fact<T> OrElse(Fact<T> substitute) => fact.IsAbsent ? substitute : fact;
    }

    extension(Fact<string> text)
    {
        /// <summary>Whether the text starts so, by its characters, case included.</summary>
        public Truth StartsWith(string start) =>
            text.IsKnown ? text.Value.StartsWith(start, StringComparison.Ordinal) : FactOperators.Unanswered(text);

        /// <summary>Whether the text ends so, by its characters, case included.</summary>
        public Truth EndsWith(string end) =>
            text.IsKnown ? text.Value.EndsWith(end, StringComparison.Ordinal) : FactOperators.Unanswered(text);

        /// <summary>Whether the text contains another, by its characters, case included.</summary>
        public Truth Contains(string part) =>
            text.IsKnown ? text.Value.Contains(part, StringComparison.Ordinal) : FactOperators.Unanswered(text);

        /// <summary>Whether the text is one of a list, by its characters, case included.</summary>
        public Truth IsOneOf(IReadOnlyList<string> list) =>
            text.IsKnown ? Listed(list, text.Value) : FactOperators.Unanswered(text);

        /// <summary>Whether the text is like one of a list's patterns, case included: <c>*</c> stands for any characters, <c>?</c> for one.</summary>
        public Truth IsLike(IReadOnlyList<string> patterns) =>
            text.IsKnown ? IsLike(patterns, text.Value) : FactOperators.Unanswered(text);

        /// <summary>Whether a regular expression matches anywhere in the text. Matching time is linear in the text's length.</summary>
        /// <param name="pattern">A literal or a parameter, at most 200 characters, without look-around and back-references.</param>
        public Truth Matches(string pattern) =>
            text.IsKnown ? LinearRegex.IsMatch(pattern, text.Value) : FactOperators.Unanswered(text);
    }

    /// <summary>A number of days.</summary>
    public static TimeSpan Days(int days) => TimeSpan.FromDays(days);

    /// <summary>A number of hours.</summary>
    public static TimeSpan Hours(int hours) => TimeSpan.FromHours(hours);

    /// <summary>Whether a list is empty.</summary>
    public static bool IsEmpty(IReadOnlyList<string> list) => list.Count == 0;

    internal static bool IsLike(IReadOnlyList<string> patterns, string text)
    {
        for (var i = 0; i < patterns.Count; i++)
        {
            if (Waivers.SubjectPattern.Matches(patterns[i], text))
                return true;
        }

        return false;
    }

    private static bool Listed(IReadOnlyList<string> list, string value)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] == value)
                return true;
        }

        return false;
    }
}
