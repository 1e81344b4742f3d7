using Microsoft.AspNetCore.Http;
using SecretsAudit.Worker.Dashboard.Guards;

namespace SecretsAudit.Worker.Dashboard;

/// <summary>A stored result in any report format: HTML to look at, everything else to save.</summary>
internal static class ReportRoute
{
    /// <summary>Renders the report; 404 when there is no such run, result or format.</summary>
    public static async Task<IResult> RenderAsync(DashboardState state, HttpContext context, string id, string format)
    {
        var writer = state.Writers.FirstOrDefault(candidate => candidate.Format == format);
        if (writer is null || state.Runs.ResultOf(id) is not { } result)
            return Results.NotFound();

        // Rendered whole before the first byte leaves, so that a failure is an error page and not half a report.
        var report = new MemoryStream();
        await writer.WriteAsync(result, report, context.RequestAborted);
        report.Position = 0;

        var looksAt = format == "html" && !context.Request.Query.ContainsKey("save");
        if (looksAt)
        {
            context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.ReportPolicy;
            return Results.Stream(report, "text/html; charset=utf-8");
        }

        return Results.Stream(report, ContentType(format), $"secretsaudit-{id}-{writer.FileName}");
    }

    private static string ContentType(string format) => format switch
    {
        "html" => "text/html; charset=utf-8",
        "sarif" => "application/sarif+json",
        "json" => "application/json",
        _ => "application/octet-stream",
    };
}
