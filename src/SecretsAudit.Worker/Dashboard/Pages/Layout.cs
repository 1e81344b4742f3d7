using Microsoft.AspNetCore.Http;

namespace SecretsAudit.Worker.Dashboard.Pages;

/// <summary>What every page has around it.</summary>
internal static class Layout
{
    /// <summary>Every page's content type.</summary>
    public const string ContentType = "text/html; charset=utf-8";

    /// <summary>A whole page.</summary>
    public static Markup Page(string title, Markup content) => Markup.Html($"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <title>{title} · SecretsAudit</title>
          <link rel="stylesheet" href="/dashboard.css">
        </head>
        <body>
          <a class="skip" href="#content">Skip to content</a>
          <header>
            <span class="brand">SecretsAudit</span>
            <nav aria-label="Main"><a href="/">Overview</a><a href="/runs">Runs</a></nav>
          </header>
          <main id="content" tabindex="-1">
        {content}
          </main>
        </body>
        </html>
        """);

    /// <summary>A page as an answer.</summary>
    public static IResult Result(string title, Markup content, int status = StatusCodes.Status200OK) =>
        Results.Text(Page(title, content).ToString(), ContentType, statusCode: status);
}
