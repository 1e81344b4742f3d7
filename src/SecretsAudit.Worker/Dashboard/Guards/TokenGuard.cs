using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace SecretsAudit.Worker.Dashboard.Guards;

/// <summary>Lets in who presents the token: as a bearer token, or as the password of basic authentication, which browsers can do.</summary>
internal sealed class TokenGuard(RequestDelegate next, WorkerOptions options)
{
    private readonly byte[]? _expected = string.IsNullOrEmpty(options.DashboardToken) ? null : Digest(options.DashboardToken);

    public async Task InvokeAsync(HttpContext context)
    {
        // Probes carry no credentials and learn nothing but "up".
        if (_expected is null || context.Request.Path.Value is DashboardRoutes.Health or DashboardRoutes.Ready || IsPresented(context.Request.Headers.Authorization))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Basic realm=\"secretsaudit\", charset=\"UTF-8\"";
        await context.Response.WriteAsync("The dashboard's token is required.\n", context.RequestAborted);
    }

    private bool IsPresented(string? authorization) => Presented(authorization) is { } token && CryptographicOperations.FixedTimeEquals(Digest(token), _expected);

    private static string? Presented(string? authorization)
    {
        const string bearer = "Bearer ";
        const string basic = "Basic ";
        if (authorization is null)
            return null;

        if (authorization.StartsWith(bearer, StringComparison.OrdinalIgnoreCase))
            return authorization[bearer.Length..].Trim();

        var decoded = new byte[authorization.Length];
        if (!authorization.StartsWith(basic, StringComparison.OrdinalIgnoreCase)
            || !Convert.TryFromBase64String(authorization[basic.Length..].Trim(), decoded, out var length))
        {
            return null;
        }

        var pair = Encoding.UTF8.GetString(decoded, 0, length);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : pair[(colon + 1)..];
    }

    // Equal lengths, so that the comparison tells nothing about the token's.
    private static byte[] Digest(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
