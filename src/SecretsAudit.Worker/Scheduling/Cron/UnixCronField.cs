using System.Globalization;

namespace SecretsAudit.Worker.Scheduling;

/// <summary>One field of a Unix cron expression: numbers, names, ranges, steps and lists of them.</summary>
/// <param name="name">The field's name, for errors.</param>
/// <param name="lowest">Its lowest number.</param>
/// <param name="highest">Its highest number.</param>
/// <param name="names">Names that stand for numbers; empty when it has none.</param>
/// <param name="firstName">The number of the first name.</param>
internal sealed class UnixCronField(string name, int lowest, int highest, string[] names, int firstName)
{
    /// <summary>The numbers it names, ascending; null for <c>*</c>.</summary>
    /// <exception cref="WorkerConfigurationException">It is malformed or out of range.</exception>
    public IReadOnlyList<int>? Parse(string field)
    {
        if (field is "*" or "?")
            return null;

        var values = new SortedSet<int>();
        foreach (var part in field.Split(','))
            Add(part, values);

        return [.. values];
    }

    private void Add(string part, SortedSet<int> values)
    {
        var (range, step) = part.Split('/') switch
        {
            [var only] => (only, 1),
            [var first, var text] when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                => (first, number),
            _ => throw Malformed(part, "a step is a whole number of at least 1 after one slash"),
        };

        var stepped = part.Contains('/', StringComparison.Ordinal);
        var (from, to) = range.Split('-') switch
        {
            ["*"] => (lowest, name == "day of week" ? 6 : highest),
            [var single] when !stepped => (Number(single, part), Number(single, part)),
            [var first] => (Number(first, part), highest),
            [var first, var last] => (Number(first, part), Number(last, part)),
            _ => throw Malformed(part, "a range has two ends"),
        };

        if (from > to)
            throw Malformed(part, $"the range ends before it starts; write it as two, {from}-{highest},{lowest}-{to}");

        for (var value = from; value <= to; value += step)
            values.Add(value);
    }

    private int Number(string text, string part)
    {
        var named = Array.FindIndex(names, candidate => candidate.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (named >= 0)
            return named + firstName;

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw Malformed(part, $"\"{text}\" is not a number{(names.Length > 0 ? " or a name such as " + names[0] : "")}");

        return number >= lowest && number <= highest
            ? number
            : throw Malformed(part, $"{number} is outside {lowest} to {highest}");
    }

    private WorkerConfigurationException Malformed(string part, string why) =>
        new($"The schedule's {name} \"{part}\" is wrong: {why}.");
}
