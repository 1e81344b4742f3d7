using System.Globalization;
using System.Numerics;

namespace SecretsAudit.Store.Rotation;

/// <summary>One field of a cron expression: <c>*</c>, <c>?</c>, values, names, ranges, steps, lists, <c>L</c>, <c>5L</c>, <c>2#1</c>.</summary>
internal sealed record CronField
{
    private ulong Values { get; init; }

    /// <summary><c>?</c>: the other day field decides.</summary>
    public bool IsUnspecified { get; private init; }

    /// <summary>The last day of the month, or the last such weekday of the month.</summary>
    public bool IsLast { get; private init; }

    /// <summary>The nth such weekday of the month.</summary>
    public int? Nth { get; private init; }

    public int Count => BitOperations.PopCount(Values);

    public bool Contains(int value) => (Values & (1UL << value)) != 0;

    /// <summary>Null when the text is not a field of these bounds.</summary>
    public static CronField? Parse(string text, int min, int max, string[] names)
    {
        if (text == "?")
        {
            return new() { IsUnspecified = true };
        }

        if (text == "L")
        {
            return new() { IsLast = true, Values = names.Length == 7 ? 1UL << 7 : 0 };
        }

        if (names.Length == 7 && text.Split('#') is [var weekday, var nthText] && One(weekday, min, max, names) is { } day
            && int.TryParse(nthText, NumberStyles.None, CultureInfo.InvariantCulture, out var nth) && nth is >= 1 and <= 5)
        {
            return new() { Values = 1UL << day, Nth = nth };
        }

        if (names.Length == 7 && text.EndsWith('L') && One(text[..^1], min, max, names) is { } last)
        {
            return new() { Values = 1UL << last, IsLast = true };
        }

        ulong values = 0;
        foreach (var part in text.Split(','))
        {
            if (Range(part, min, max, names) is not { } range)
            {
                return null;
            }

            values |= range;
        }

        return new() { Values = values };
    }

    private static ulong? Range(string part, int min, int max, string[] names)
    {
        var step = 1;
        var stepped = part.Split('/');
        if (stepped.Length > 2 || (stepped.Length == 2 && (!int.TryParse(stepped[1], NumberStyles.None, CultureInfo.InvariantCulture, out step) || step < 1)))
        {
            return null;
        }

        var ends = stepped[0].Split('-');
        int? from, to;
        if (stepped[0] is "*" or "")
        {
            (from, to) = (min, max);
        }
        else
        {
            from = One(ends[0], min, max, names);
            to = ends.Length switch { 1 => stepped.Length == 2 ? max : from, 2 => One(ends[1], min, max, names), _ => null };
        }

        if (from is not { } first || to is not { } last || first > last)
        {
            return null;
        }

        ulong values = 0;
        for (var value = first; value <= last; value += step)
        {
            values |= 1UL << value;
        }

        return values;
    }

    private static int? One(string text, int min, int max, string[] names)
    {
        var named = Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return named >= 0 ? named + 1
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max ? value
            : null;
    }
}
