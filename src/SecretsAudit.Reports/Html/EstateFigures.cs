using System.Globalization;
using SecretsAudit.Model;

namespace SecretsAudit.Reports.Html;

/// <summary>What was looked at, in numbers.</summary>
internal static class EstateFigures
{
    public static IReadOnlyList<Figure> Of(AuditResult result)
    {
        var figures = new List<Figure>();
        if (result.Inventory is { } inventory)
        {
            var accounts = result.Scopes.Select(scope => scope.Scope.Account).Distinct(StringComparer.Ordinal).Count();
            var regions = result.Scopes.Select(scope => scope.Scope.Region).Distinct(StringComparer.Ordinal).Count();
            figures.Add(new("Secrets", Number(inventory.Secrets), $"in {Counted(accounts, "account")}, {Counted(regions, "region")}"));
            figures.Add(new("Rotation on", inventory.Secrets == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * inventory.RotationEnabled / inventory.Secrets:0} %"),
                $"{Number(inventory.RotationEnabled)} of {Number(inventory.Secrets)}"));
            figures.Add(new("KMS keys", Number(inventory.Keys), ""));
            if (inventory.MonthlyCost is { } cost)
                figures.Add(new("Cost a month", FindingRows.Dollars(cost), result.Cost is { } bill ? $"by {bill.PriceList} of {bill.PricesAsOf:yyyy-MM-dd}" : "by the list prices"));
            if (result.Cost?.Distribution is { } fleet)
            {
                figures.Add(new("Median cost of a secret", FindingRows.Dollars(fleet.Median), $"half of them {FindingRows.Dollars(fleet.LowerQuartile)} to {FindingRows.Dollars(fleet.UpperQuartile)}, "
                    + $"99 % up to {FindingRows.Dollars(fleet.Percentile99)}, the most {FindingRows.Dollars(fleet.Maximum)}; robust deviation {FindingRows.Dollars(fleet.RobustDeviation)}"));
            }

            if (result.Cost?.Savings.Sum(saving => saving.Monthly) is { } saved and > 0)
                figures.Add(new("Could be saved a month", FindingRows.Dollars(saved), string.Join(", ", result.Cost.Savings.Where(saving => saving.Monthly > 0).Take(3).Select(Words))));
        }

        if (result.Code is { } code)
            figures.Add(new("Source files", Number(code.Files), $"{Number(code.Lines)} lines"));
        figures.Add(new("Rules", Number(result.Rules.Count), $"{Number(result.Tallies.Sum(tally => tally.Passed + tally.Failed))} judgements"));
        return figures;
    }

    private static string Words(CostSaving saving) => $"{FindingRows.Dollars(saving.Monthly)} " + saving.Remedy switch
    {
        CostRemedy.DeleteUnused => "by deleting what nobody reads",
        CostRemedy.Cache => "by caching",
        CostRemedy.DropReplicas => "by dropping unread replicas",
        CostRemedy.Merge => "by merging",
        CostRemedy.MoveToParameterStore => "by moving configuration to Parameter Store",
        _ => throw new ArgumentOutOfRangeException(nameof(saving)),
    };

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Counted(int number, string noun) => number == 1 ? $"1 {noun}" : $"{Number(number)} {noun}s";
}
