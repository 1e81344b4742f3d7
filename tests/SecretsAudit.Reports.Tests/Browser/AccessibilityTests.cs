using System.Text.Json;
using Microsoft.Playwright;
using SecretsAudit.Reports.Tests.Samples;
using SecretsAudit.Reports.Tests.Tools;

namespace SecretsAudit.Reports.Tests.Browser;

[Collection(nameof(Chromium))]
public sealed class AccessibilityTests(Chromium chromium)
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task The_axe_checker_finds_no_fault_in_the_open_page(int width, ColorScheme scheme)
    {
        await using var report = await ReportPage.OpenAsync(chromium.Browser, SampleAudit.Incomplete,
            new() { ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, BypassCSP = true });
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Open all shown" }).ClickAsync();
        await report.Page.EvaluateAsync("for (const details of document.querySelectorAll('details')) details.open = true");

        var faults = await FaultsAsync(report.Page);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task The_axe_checker_finds_what_is_wrong_when_something_is()
    {
        await using var report = await ReportPage.OpenAsync(chromium.Browser, SampleAudit.Incomplete, new() { BypassCSP = true });
        await report.Page.EvaluateAsync("document.querySelector('label[for=q]').remove(); document.querySelector('#q').removeAttribute('placeholder')");

        Assert.Contains(await FaultsAsync(report.Page), fault => fault.StartsWith("label", StringComparison.Ordinal));
    }

    // Everything axe calls a violation, the minor ones too.
    private static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        var axe = await File.ReadAllTextAsync(Path.Combine(await NodeModules.FolderAsync(), "axe-core", "axe.min.js"));
        await page.AddScriptTagAsync(new() { Content = axe });
        var result = await page.EvaluateAsync<JsonElement>("axe.run(document, { resultTypes: ['violations'] }).then(result => result.violations)");
        return [.. result.EnumerateArray().Select(violation =>
            $"{violation.GetProperty("id").GetString()} ({violation.GetProperty("impact").GetString()}): {violation.GetProperty("help").GetString()}; "
            + string.Join(" | ", violation.GetProperty("nodes").EnumerateArray().Take(3).Select(node => node.GetProperty("html").GetString() + " " + node.GetProperty("failureSummary").GetString())))];
    }
}
