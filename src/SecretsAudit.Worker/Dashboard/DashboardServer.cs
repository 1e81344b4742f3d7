using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SecretsAudit.Worker.Dashboard.Guards;

namespace SecretsAudit.Worker.Dashboard;

/// <summary>The dashboard on Kestrel: guards first, then pages and the JSON interface.</summary>
internal static class DashboardServer
{
    /// <summary>Builds it; it does not listen yet.</summary>
    /// <param name="state">What to show.</param>
    /// <param name="schedule">Started before it listens, stopped after it has closed.</param>
    /// <param name="log">Where its log lines go.</param>
    public static WebApplication Build(DashboardState state, IHostedService schedule, ILoggerProvider log)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [], EnvironmentName = Environments.Production });
        builder.WebHost.UseUrls(state.Options.Url);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 16 * 1024;
            kestrel.Limits.MaxConcurrentConnections = 200;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton(schedule);
        builder.Services.AddSingleton<IHostLifetime, CallersLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = state.Options.StopGrace + TimeSpan.FromSeconds(15));

        var web = builder.Build();
        web.UseMiddleware<ErrorPages>();
        web.UseMiddleware<SecurityHeaders>();
        web.UseMiddleware<HostGuard>(state.Options);
        web.UseMiddleware<TokenGuard>(state.Options);
        DashboardRoutes.Map(web, state, new FormToken());
        return web;
    }

    /// <summary>Leaves signals to the caller, whose cancellation token stops the worker.</summary>
    private sealed class CallersLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
