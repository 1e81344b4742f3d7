using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SecretsAudit.Worker.Dashboard.Guards;
using SecretsAudit.Worker.Dashboard.Pages;
using SecretsAudit.Worker.Scheduling;

namespace SecretsAudit.Worker.Dashboard;

/// <summary>What the dashboard answers.</summary>
internal static class DashboardRoutes
{
    /// <summary>Up.</summary>
    public const string Health = "/healthz";

    /// <summary>Up, and the history can be read.</summary>
    public const string Ready = "/readyz";

    /// <summary>Maps every path.</summary>
    public static void Map(IEndpointRouteBuilder web, DashboardState state, FormToken forms)
    {
        web.MapGet("/", (HttpContext context, string? asked) => OverviewPage.RenderAsync(state, forms.Issue(context), asked, context.RequestAborted));
        web.MapGet("/runs", (int? page) => RunListPage.Render(state, page ?? 1));
        web.MapPost("/runs", (HttpContext context, CancellationToken aborted) => RequestRunAsync(context, state, forms, aborted));
        web.MapGet("/runs/{id}", (string id, string? show, int? page) => RunPage.Render(state, id, show ?? "all", page ?? 1));
        web.MapGet("/runs/{id}/report/{format}", (HttpContext context, string id, string format) => ReportRoute.RenderAsync(state, context, id, format));
        web.MapGet("/findings/{fingerprint}", (string fingerprint) => FindingPage.Render(state, fingerprint));
        web.MapGet("/dashboard.css", () => StyleSheet.Response);
        web.MapGet(Health, () => Results.Text("ok\n"));
        web.MapGet(Ready, () => Results.Text($"ok, {state.Runs.Count()} runs\n"));
        ApiRoutes.Map(web, state);
    }

    private static async Task<IResult> RequestRunAsync(HttpContext context, DashboardState state, FormToken forms, CancellationToken aborted)
    {
        if (!await forms.IsOursAsync(context))
        {
            var refusal = Markup.Html($"""<h1>Not done</h1><p>The form is out of date or came from elsewhere. <a href="/">Load it again</a>.</p>""");
            return Layout.Result("Not done", refusal, StatusCodes.Status403Forbidden);
        }

        var taken = await state.Schedule.RequestAsync(new(state.Time.GetUtcNow(), SlotOrigin.Request), aborted);

        // 303: a reload of the page that follows must not ask for another run.
        context.Response.Headers.Location = taken ? "/?asked=yes" : "/?asked=already";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
