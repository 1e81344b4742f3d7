using Microsoft.Playwright;
using SecretsAudit.Model;
using SecretsAudit.Reports.Tests.Samples;

namespace SecretsAudit.Reports.Tests.Browser;

/// <summary>A report opened from a file, as a reader opens it, with everything that the browser complains of.</summary>
internal sealed class ReportPage : IAsyncDisposable
{
    private readonly string _file;
    private readonly IBrowserContext _context;

    private ReportPage(string file, IBrowserContext context, IPage page) => (_file, _context, Page) = (file, context, page);

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console, exceptions, and requests for anything but the file itself.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<ReportPage> OpenAsync(IBrowser browser, AuditResult result, BrowserNewContextOptions? options = null)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, await ReportText.Of("html", result));
        var context = await browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = await context.NewPageAsync();
        var report = new ReportPage(file, context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                report.Complaints.Add($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => report.Complaints.Add($"exception: {error}");
        page.Request += (_, request) =>
        {
            if (request.Url != new Uri(file).AbsoluteUri)
                report.Complaints.Add($"request: {request.Url}");
        };
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return report;
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        File.Delete(_file);
    }
}
