using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SecretsAudit.Worker.Dashboard.Pages;

namespace SecretsAudit.Worker.Dashboard;

/// <summary>The dashboard's edge: an error becomes a page and a log line, without details for the reader.</summary>
internal sealed class ErrorPages(RequestDelegate next, ILogger<ErrorPages> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            log.LogError(error, "{Method} {Path} failed.", context.Request.Method, context.Request.Path);
            await Write(context, StatusCodes.Status500InternalServerError, "Something went wrong", "The worker's log says what.");
            return;
        }

        if (context.Response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false })
            await Write(context, StatusCodes.Status404NotFound, "Not found", "There is no such page, or its run has been swept.");
    }

    private static Task Write(HttpContext context, int status, string title, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = Layout.ContentType;
        return context.Response.WriteAsync(Layout.Page(title, Markup.Html($"<h1>{title}</h1><p>{text}</p>")).ToString(), context.RequestAborted);
    }
}
