using System.Text.Json;

namespace SecretsAudit.Reports.Tests.Tools;

/// <summary>Two validators of SARIF that know nothing of us: the OASIS JSON schema (by ajv) and Microsoft's multitool with GitHub's ingestion rules.</summary>
internal static class SarifValidation
{
    /// <summary>What the schema has against the file; <c>[]</c> when nothing.</summary>
    public static async Task<string> SchemaErrorsAsync(string sarif)
    {
        var modules = await NodeModules.FolderAsync();
        var file = await WriteAsync(sarif);
        try
        {
            // The multitool's package ships the schema as OASIS published it.
            var schema = Path.Combine(modules, "@microsoft", "sarif-multitool-linux", "sarif-2.1.0.json");
            return (await ToolProcess.RunAsync("node", AppContext.BaseDirectory, NodeModules.Script("validate-schema.js"), file, schema, modules)).Trim();
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The errors and warnings of the multitool's SARIF and GitHub rules, one a line: rule id, level, place.</summary>
    public static async Task<IReadOnlyList<string>> MultitoolProblemsAsync(string sarif)
    {
        var modules = await NodeModules.FolderAsync();
        var tool = Path.Combine(modules, "@microsoft", "sarif-multitool-linux", "Sarif.Multitool");
        // The package sets this bit in an install script; packages' scripts are not run here.
        await ToolProcess.RunAsync("chmod", modules, "u+x", tool);
        var file = await WriteAsync(sarif);
        var report = file + ".validation";
        try
        {
            // It exits with 0 whatever it finds: its report is what counts.
            await ToolProcess.RunAsync(tool, AppContext.BaseDirectory, "validate", file, "--rule-kind", "Sarif;Gh", "--level", "Error;Warning", "-o", report, "--log", "ForceOverwrite");
            using var validation = JsonDocument.Parse(await File.ReadAllTextAsync(report));
            var run = validation.RootElement.GetProperty("runs")[0];
            Assert.True(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
            return [.. run.GetProperty("results").EnumerateArray()
                .Where(result => !result.TryGetProperty("level", out var level) || level.GetString() is "error" or "warning")
                .Select(result => $"{result.GetProperty("ruleId").GetString()} {result.GetProperty("message")}")];
        }
        finally
        {
            File.Delete(file);
            File.Delete(report);
        }
    }

    private static async Task<string> WriteAsync(string sarif)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.sarif");
        await File.WriteAllTextAsync(file, sarif);
        return file;
    }
}
