using System.Globalization;
using SecretsAudit.Worker.History;
using static SecretsAudit.Worker.Dashboard.Markup;

namespace SecretsAudit.Worker.Dashboard.Pages;

/// <summary>Findings by severity over the latest runs, as stacked bars in inline SVG.</summary>
internal static class TrendChart
{
    private const double Width = 600;
    private const double Height = 140;

    /// <summary>The chart.</summary>
    /// <param name="runs">Runs with a result, oldest first.</param>
    public static Markup Render(IReadOnlyList<RunRecord> runs)
    {
        var highest = Math.Max(1, runs.Max(run => run.Findings.Total));
        var slot = Width / Math.Max(runs.Count, 12);
        var bars = runs.Select((run, index) => Bar(run, index * slot, slot * 0.8, Height / highest));
        var first = runs[0].Findings.Total;
        var last = runs[^1].Findings.Total;

        return Html($"""
            <figure class="trend">
              <svg viewBox="0 0 600 140" role="img" aria-labelledby="trend-title" preserveAspectRatio="none">
                <title id="trend-title">Findings by severity over {runs.Count} runs, from {first} to {last}</title>
                <line x1="0" y1="140" x2="600" y2="140" class="axis"/>
                {bars}
              </svg>
              <figcaption>{(runs.Count == 1 ? "1 run" : $"{runs.Count} runs, oldest left")}; the highest bar is {highest} findings. {Legend(runs)}</figcaption>
            </figure>
            """);
    }

    private static Markup Bar(RunRecord run, double x, double width, double unit)
    {
        var top = Height;
        var parts = new List<Markup>();
        foreach (var severity in Parts.Severities.Reverse())
        {
            var height = run.Findings.Of(severity) * unit;
            if (height <= 0)
                continue;

            top -= height;
            parts.Add(Html($"""<rect x="{Number(x)}" y="{Number(top)}" width="{Number(width)}" height="{Number(height)}" class="fill-{Parts.Lower(severity)}"/>"""));
        }

        return Html($"""<g><title>Run {run.Id}: {run.Findings.Total} findings</title>{parts}</g>""");
    }

    private static Markup Legend(IReadOnlyList<RunRecord> runs)
    {
        var keys = Parts.Severities.Where(severity => runs.Any(run => run.Findings.Of(severity) > 0))
            .Select(severity => Html($"""<span class="key"><i class="swatch fill-{Parts.Lower(severity)}"></i>{Parts.Lower(severity)}</span> """));
        return Html($"{keys}");
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
