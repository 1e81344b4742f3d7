using System.Net;
using Microsoft.AspNetCore.Http;

namespace SecretsAudit.Worker.Dashboard.Guards;

/// <summary>
/// Answers only to names that are ours. A web page that has its own name resolve to this machine (DNS rebinding) sends that name, so
/// plain IP addresses and <c>localhost</c> are safe and any other name must be listed.
/// </summary>
internal sealed class HostGuard(RequestDelegate next, WorkerOptions options)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var host = context.Request.Host.Host;
        if (IsOurs(host))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        await context.Response.WriteAsync("This host name is not allowed. Start the worker with it: --allowed-hosts NAME.\n", context.RequestAborted);
    }

    private bool IsOurs(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Trim('[', ']'), out _)
        || options.AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase);
}
