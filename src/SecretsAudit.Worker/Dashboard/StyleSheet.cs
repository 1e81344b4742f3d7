using Microsoft.AspNetCore.Http;

namespace SecretsAudit.Worker.Dashboard;

/// <summary>The dashboard's one style sheet, from the assembly.</summary>
internal static class StyleSheet
{
    /// <summary>It as an answer.</summary>
    public static IResult Response { get; } = Results.Text(Read(), "text/css; charset=utf-8");

    private static string Read()
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream("dashboard.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
