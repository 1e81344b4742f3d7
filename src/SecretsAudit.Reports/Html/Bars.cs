namespace SecretsAudit.Reports.Html;

/// <summary>One piece of a bar.</summary>
/// <param name="Key">What it stands for, as a style's name: <c>critical</c>, <c>passed</c>.</param>
/// <param name="Label">The same in words.</param>
/// <param name="Count">How many.</param>
/// <param name="X">Where it begins, in per cent of the longest bar.</param>
/// <param name="Width">How long it is, in per cent of the longest bar.</param>
internal sealed record Segment(string Key, string Label, int Count, double X, double Width);

/// <summary>One bar of a chart, with its label and its number.</summary>
/// <param name="Label">What the bar stands for.</param>
/// <param name="Total">The sum of its pieces.</param>
/// <param name="Segments">Its pieces; empty ones are left out.</param>
internal sealed record Bar(string Label, int Total, IReadOnlyList<Segment> Segments)
{
    /// <summary>Bars on one scale: the longest takes the whole width.</summary>
    public static IReadOnlyList<Bar> OnOneScale(IReadOnlyList<(string Label, IReadOnlyList<(string Key, string Label, int Count)> Parts)> rows)
    {
        var longest = Math.Max(1, rows.Count == 0 ? 0 : rows.Max(row => row.Parts.Sum(part => part.Count)));
        return [.. rows.Select(row => Of(row.Label, row.Parts, longest))];
    }

    /// <summary>One bar of a scale on which <paramref name="whole"/> takes the whole width.</summary>
    public static Bar Of(string label, IReadOnlyList<(string Key, string Label, int Count)> parts, int whole)
    {
        var segments = new List<Segment>();
        var before = 0;
        foreach (var (key, words, count) in parts.Where(part => part.Count > 0))
        {
            segments.Add(new(key, words, count, Percent(before, whole), Percent(count, whole)));
            before += count;
        }

        return new(label, before, segments);
    }

    /// <summary>A share in per cent, to two digits.</summary>
    public static double Percent(int part, int whole) => whole == 0 ? 0 : Math.Round(100.0 * part / whole, 2);
}

/// <summary>One column of a histogram.</summary>
/// <param name="Label">What it covers.</param>
/// <param name="Count">How many.</param>
/// <param name="Y">Its top, in per cent from above.</param>
/// <param name="Height">Its height, in per cent of the tallest.</param>
internal sealed record Column(string Label, int Count, double Y, double Height);
