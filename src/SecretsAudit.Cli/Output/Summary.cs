using System.Globalization;
using SecretsAudit.Model;
using Spectre.Console;

namespace SecretsAudit.Cli.Output;

/// <summary>The table at the end of an audit or scan: what was seen, what is wrong, what was not seen.</summary>
internal static class Summary
{
    private const int ShownFindings = 10;
    private const int ShownGaps = 5;

    /// <summary>Writes the summary.</summary>
    public static void Write(AuditResult result, IReadOnlyList<string> files, TextWriter writer, bool isTerminal, bool color)
    {
        var console = Talk.Create(writer, isTerminal, color);
        console.WriteLine();
        console.MarkupLine($"[bold]{Safe(Headline(result))}[/]");
        WriteRules(result, console);
        WriteWorst(result, console);
        WriteUnseen(result, console);
        foreach (var file in files)
            console.MarkupLine($"  {Safe(file)}");
        if (files.Count > 0)
            console.WriteLine();
    }

    private static string Headline(AuditResult result)
    {
        var parts = new List<string>();
        if (result.Inventory is { } inventory)
        {
            parts.Add($"{Count(inventory.Secrets, "secret")} and {Count(inventory.Keys, "key")} in {Count(result.Scopes.Select(scope => scope.Scope.Account).Distinct().Count(), "account")}, "
                + Count(result.Scopes.Select(scope => scope.Scope.Region).Distinct().Count(), "region"));
        }

        if (result.Code is { } code)
            parts.Add($"{Count(code.Files, "file")} of code, {code.Lines.ToString("N0", CultureInfo.InvariantCulture)} lines");
        return $"{string.Join("; ", parts)}; as of {result.AsOf:yyyy-MM-dd HH:mm}Z";
    }

    private static void WriteRules(AuditResult result, IAnsiConsole console)
    {
        var tallies = result.Tallies.ToDictionary(tally => tally.RuleId);
        var open = result.Findings.Where(finding => finding.State is not (FindingState.Waived or FindingState.Fixed)).CountBy(finding => finding.RuleId).ToDictionary();
        var rows = result.Rules
            .Select(rule => (Rule: rule, Tally: tallies.GetValueOrDefault(rule.Id), Open: open.GetValueOrDefault(rule.Id)))
            .Where(row => row.Open > 0 || row.Tally is { Passed: > 0 } or { Failed: > 0 } or { NotEvaluated: > 0 })
            .OrderByDescending(row => row.Rule.Severity).ThenByDescending(row => row.Open).ThenBy(row => row.Rule.Id, StringComparer.Ordinal);
        var table = new Table().Border(TableBorder.Simple)
            .AddColumn("Rule").AddColumn("").AddColumn("Severity")
            .AddColumn(new TableColumn("Findings").RightAligned()).AddColumn(new TableColumn("Waived").RightAligned())
            .AddColumn(new TableColumn("Passed").RightAligned()).AddColumn(new TableColumn("Not evaluated").RightAligned());
        foreach (var (rule, tally, count) in rows)
        {
            table.AddRow(
                rule.Id, Safe(rule.Name), Colored(rule.Severity), Number(count), Number((tally?.Failed ?? count) - count), Number(tally?.Passed ?? 0), Number(tally?.NotEvaluated ?? 0));
        }

        if (table.Rows.Count > 0)
            console.Write(table);
        else
            console.MarkupLine("No rule had anything to judge.");
    }

    private static void WriteWorst(AuditResult result, IAnsiConsole console)
    {
        var open = result.Findings.Where(finding => finding.State is not (FindingState.Waived or FindingState.Fixed)).ToList();
        foreach (var finding in open.Take(ShownFindings))
        {
            console.MarkupLine($"{Colored(finding.Severity)} {finding.RuleId} {Safe(Place(finding.Subject))}");
            console.MarkupLine($"    {Safe(finding.Message)}");
        }

        if (open.Count > ShownFindings)
            console.MarkupLine($"… and {open.Count - ShownFindings} more in the reports.");
        if (open.Count > 0)
            console.WriteLine();
    }

    private static void WriteUnseen(AuditResult result, IAnsiConsole console)
    {
        if (result.IsComplete)
            return;
        console.MarkupLine($"[bold red]The audit is incomplete[/]: {Count(result.Gaps.Count, "read")} failed, {Count(result.NotEvaluated.Count, "judgement")} could not be made. What was not seen is not compliant.");
        foreach (var gap in result.Gaps.Take(ShownGaps))
        {
            console.MarkupLine($"  {Safe(gap.Operation)} on {Safe(gap.Subject)}: {Safe(gap.Reason)}");
            console.MarkupLine($"      {Safe(gap.Remedy)}");
        }

        if (result.Gaps.Count > ShownGaps)
            console.MarkupLine($"  … and {result.Gaps.Count - ShownGaps} more in the reports.");
        console.WriteLine();
    }

    private static string Place(FindingSubject subject) => subject switch
    {
        FindingSubject.Resource resource => $"{resource.Name} ({resource.Scope})",
        FindingSubject.Code code => $"{code.Path}:{code.Line}:{code.Column}",
        _ => subject.Identity,
    };

    private static string Colored(Severity severity)
    {
        var word = severity.ToString().ToLowerInvariant();
        return severity switch
        {
            Severity.Critical => $"[bold white on red]{word}[/]",
            Severity.High => $"[red]{word}[/]",
            Severity.Medium => $"[yellow]{word}[/]",
            _ => word,
        };
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private static string Number(int number) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);

    private static string Safe(string text) => Markup.Escape(Printable.Line(text));
}
