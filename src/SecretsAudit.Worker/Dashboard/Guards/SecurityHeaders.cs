using Microsoft.AspNetCore.Http;

namespace SecretsAudit.Worker.Dashboard.Guards;

/// <summary>Sets the headers that keep a page from doing, loading or being embedded in anything it should not.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>For our own pages: our style sheet, our forms, and no script at all.</summary>
    public const string PagePolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>
    /// For a report, which is one file with its style and script inside: it runs in a sandbox without an origin, so that even a report
    /// that was tricked into a script cannot reach the dashboard, and it loads nothing.
    /// </summary>
    public const string ReportPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'; sandbox allow-scripts allow-popups allow-modals allow-downloads";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PagePolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin"; // "no-referrer" would blank the Origin header that the form check reads
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        return next(context);
    }
}
