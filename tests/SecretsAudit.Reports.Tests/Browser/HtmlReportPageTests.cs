using Microsoft.Playwright;
using SecretsAudit.Model;
using SecretsAudit.Reports.Tests.Samples;
using static Microsoft.Playwright.Assertions;

namespace SecretsAudit.Reports.Tests.Browser;

[Collection(nameof(Chromium))]
public sealed class HtmlReportPageTests(Chromium chromium)
{
    [Fact]
    public async Task The_page_loads_nothing_and_complains_of_nothing()
    {
        await using var report = await ReportPage.OpenAsync(chromium.Browser, SampleAudit.Incomplete);

        await Expect(report.Page.Locator("#count")).ToHaveTextAsync("1–50 of 60 findings");
        Assert.Empty(report.Complaints);
    }

    [Fact]
    public async Task An_incomplete_audit_says_so_first()
    {
        await using var report = await ReportPage.OpenAsync(chromium.Browser, SampleAudit.Incomplete);

        await Expect(report.Page).ToHaveTitleAsync("Incomplete: Secrets audit, 2026-01-15");
        await Expect(report.Page.Locator("main > section").First).ToContainTextAsync("3 reads failed and 14 judgements could not be made.");
        await Expect(report.Page.Locator("main > section").Nth(1)).ToContainTextAsync("Grant secretsmanager:GetResourcePolicy to the auditor's role in 777788889999.");
    }

    [Fact]
    public async Task A_complete_audit_shows_no_gaps()
    {
        await using var report = await ReportPage.OpenAsync(chromium.Browser, SampleAudit.Complete());

        await Expect(report.Page.Locator(".verdict")).ToContainTextAsync("Complete audit.");
        await Expect(report.Page.Locator("#gaps")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Filters_narrow_the_table_together_and_clear()
    {
        await using var report = await ReportPage.OpenAsync(chromium.Browser, SampleAudit.Incomplete);
        var rows = report.Page.Locator("tbody.finding");

        await report.Page.GetByLabel("Severity", new() { Exact = true }).SelectOptionAsync("medium");
        await Expect(rows).ToHaveCountAsync(26);
        await report.Page.GetByLabel("Account", new() { Exact = true }).SelectOptionAsync("444455556666");
        var both = SampleAudit.Incomplete.Findings.Count(finding => finding.Severity == Severity.Medium && finding.Subject is FindingSubject.Resource { Scope.Account: "444455556666" });
        await Expect(rows).ToHaveCountAsync(both);
        Assert.Equal(["medium"], await report.Page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('tbody.finding')].map(row => row.dataset.severity))]"));
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await Expect(rows).ToHaveCountAsync(50);
        Assert.Empty(report.Complaints);
    }

    [Fact]
    public async Task Search_finds_words_in_any_part_of_a_finding_in_any_case()
    {
        await using var report = await ReportPage.OpenAsync(chromium.Browser, SampleAudit.Incomplete);

        await report.Page.GetByLabel("Search").FillAsync("SNOWFLAKE rotation-overdue");
        var expected = SampleAudit.Incomplete.Findings.Count(finding => finding.RuleName == "rotation-overdue" && finding.Subject.Identity.Contains("snowflake", StringComparison.Ordinal));
        await Expect(report.Page.Locator("tbody.finding")).ToHaveCountAsync(expected);
        await report.Page.GetByLabel("Search").FillAsync("nothing has this in it");
        await Expect(report.Page.Locator("#none")).ToBeVisibleAsync();
        await Expect(report.Page.Locator("#count")).ToHaveTextAsync("None of 60 findings");
    }

    [Fact]
    public async Task Columns_sort_both_ways_and_say_so()
    {
        await using var report = await ReportPage.OpenAsync(chromium.Browser, SampleAudit.Incomplete);
        var header = report.Page.Locator("th[data-sort=cost]");
        var first = report.Page.Locator("tbody.finding").First.Locator(".c-cost");

        await header.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(header).ToHaveAttributeAsync("aria-sort", "descending");
        await Expect(first).ToHaveTextAsync("$18.20");
        await header.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(header).ToHaveAttributeAsync("aria-sort", "ascending");
        await Expect(first).ToHaveTextAsync("–");
    }

    [Fact]
    public async Task A_finding_opens_by_keyboard_to_its_evidence_and_remedy()
    {
        await using var report = await ReportPage.OpenAsync(chromium.Browser, SampleAudit.Incomplete);
        var finding = report.Page.Locator("tbody.finding").First;
        var button = finding.Locator(".c-what").GetByRole(AriaRole.Button);

        await Expect(finding.Locator(".detail")).ToBeHiddenAsync();
        await button.FocusAsync();
        await report.Page.Keyboard.PressAsync("Enter");
        await Expect(button).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(finding.Locator(".detail")).ToBeVisibleAsync();
        await Expect(finding.Locator(".evidence")).ToContainTextAsync("secretsmanager:GetResourcePolicy");
        await Expect(finding.Locator(".prose li")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task A_severity_tile_shows_just_the_open_findings_it_counts()
    {
        await using var report = await ReportPage.OpenAsync(chromium.Browser, SampleAudit.Incomplete);
        var tile = report.Page.Locator("a[data-filter=severity][data-value=high]");
        var count = await tile.Locator(".num").TextContentAsync();

        await tile.ClickAsync();

        await Expect(report.Page.Locator("tbody.finding")).ToHaveCountAsync(int.Parse(count!));
    }

    [Fact]
    public async Task A_link_from_a_waiver_turns_to_its_finding_and_opens_it()
    {
        await using var report = await ReportPage.OpenAsync(chromium.Browser, SampleAudit.Incomplete);
        await report.Page.GetByLabel("Search").FillAsync("nothing has this in it");

        var link = report.Page.Locator("#waivers tbody a").Last;
        var target = (await link.GetAttributeAsync("href"))![1..];
        await link.ClickAsync();

        await Expect(report.Page.Locator($"[id='{target}'] .waived-note")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(390)]
    [InlineData(768)]
    [InlineData(1280)]
    public async Task The_page_never_scrolls_sideways(int width)
    {
        await using var report = await ReportPage.OpenAsync(chromium.Browser, SampleAudit.Incomplete, new() { ViewportSize = new() { Width = width, Height = 844 } });
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Open all shown" }).ClickAsync();
        await report.Page.EvaluateAsync("for (const details of document.querySelectorAll('details')) details.open = true");

        Assert.Equal(width, await report.Page.EvaluateAsync<int>("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
    }

    [Fact]
    public async Task Without_script_every_finding_and_its_evidence_is_there_to_read()
    {
        await using var report = await ReportPage.OpenAsync(chromium.Browser, SampleAudit.Incomplete, new() { JavaScriptEnabled = false });

        await Expect(report.Page.Locator("tbody.finding")).ToHaveCountAsync(60);
        await Expect(report.Page.Locator("tbody.finding .detail").Last).ToBeVisibleAsync();
        await Expect(report.Page.Locator("#filters")).ToBeHiddenAsync();
        await Expect(report.Page.Locator("#gaps")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_script_a_long_report_is_there_to_read_too()
    {
        await using var report = await ReportPage.OpenAsync(chromium.Browser, SampleAudit.WithFindings(600), new() { JavaScriptEnabled = false });

        await Expect(report.Page.Locator("tbody.finding")).ToHaveCountAsync(600);
        await report.Page.Locator("tbody.finding").Last.ScrollIntoViewIfNeededAsync();
        await Expect(report.Page.Locator("tbody.finding .detail").Last).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_paper_every_finding_is_open_and_no_control_is_shown()
    {
        await using var report = await ReportPage.OpenAsync(chromium.Browser, SampleAudit.Incomplete);
        await Expect(report.Page.Locator("#count")).ToHaveTextAsync("1–50 of 60 findings");
        await report.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await report.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");

        await Expect(report.Page.Locator("tbody.finding .detail:visible")).ToHaveCountAsync(60);
        await Expect(report.Page.Locator("details:not([open])")).ToHaveCountAsync(0);
        await Expect(report.Page.Locator("#filters, #pager, .sections, #theme")).ToHaveCountAsync(4);
        foreach (var control in await report.Page.Locator("#filters, #pager, .sections, #theme").AllAsync())
            await Expect(control).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_reader_chooses_the_theme_over_the_system()
    {
        await using var report = await ReportPage.OpenAsync(chromium.Browser, SampleAudit.Incomplete, new() { ColorScheme = ColorScheme.Dark });
        Task<string> Ground() => report.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

        Assert.Equal("rgb(16, 21, 27)", await Ground());
        await report.Page.Locator("#theme").ClickAsync();
        Assert.Equal("rgb(246, 247, 249)", await Ground());
    }

    [Fact]
    public async Task Hostile_text_runs_nothing_and_stays_text()
    {
        await using var report = await ReportPage.OpenAsync(chromium.Browser, HostileAudit.Result);
        await report.Page.GetByRole(AriaRole.Button, new() { Name = "Open all shown" }).ClickAsync();

        Assert.Equal("undefined", await report.Page.EvaluateAsync<string>("typeof window.pwned"));
        Assert.Equal(0, await report.Page.Locator("img, iframe, [onerror], [onload], [onmouseover], [onfocus], a[href^='javascript']").CountAsync());
        Assert.Equal(1, await report.Page.Locator("script").CountAsync());
        await Expect(report.Page.Locator(".subject", new() { HasTextString = "prod/⟨U+202E⟩drowssap⟨U+202C⟩/db" }).First).ToBeVisibleAsync();
        Assert.Empty(report.Complaints);
    }

    [Fact]
    public async Task Ten_thousand_findings_show_one_page_at_a_time_and_say_what_was_left_out()
    {
        await using var report = await ReportPage.OpenAsync(chromium.Browser, SampleAudit.WithFindings(10_250));

        await Expect(report.Page.Locator("#count")).ToHaveTextAsync("1–50 of 10,000 findings");
        await Expect(report.Page.Locator("tbody.finding")).ToHaveCountAsync(50);
        await Expect(report.Page.Locator("#findings .cut")).ToContainTextAsync("The 10000 most severe of 10250 findings are in this file; 250 are left out");
        await report.Page.GetByLabel("Search").FillAsync("orders-9999");
        await Expect(report.Page.Locator("tbody.finding")).ToHaveCountAsync(1);
        await report.Page.Locator("tbody.finding .c-what button").ClickAsync();
        await Expect(report.Page.Locator("tbody.finding .detail .prose")).ToBeVisibleAsync();
        Assert.Empty(report.Complaints);
    }
}
