using YamlDotNet.Serialization;

namespace SecretsAudit.EndToEnd.Tests.Fixes;

/// <summary>A shipped rule's fix by language, as its file states it, and what it tells people to do.</summary>
internal sealed record RuleFixes(string Name, IReadOnlyDictionary<string, string> Texts, string Remediation)
{
    public static async Task<IReadOnlyList<RuleFixes>> ReadAsync(Tool tool)
    {
        var listed = await tool.RunAsync("rules", "list", "--json");
        using var json = System.Text.Json.JsonDocument.Parse(listed.Output);
        var names = json.RootElement.EnumerateArray().Where(rule => rule.GetProperty("id").GetString()!.StartsWith("SAUD1", StringComparison.Ordinal)).Select(rule => rule.GetProperty("name").GetString()!).ToHashSet();
        var files = Directory.EnumerateFiles(Path.Combine(Tool.RepositoryRoot, "rules"), "*.yaml", SearchOption.AllDirectories).Where(file => names.Contains(Path.GetFileNameWithoutExtension(file)));
        return [.. files.Select(Of).OrderBy(rule => rule.Name, StringComparer.Ordinal)];
    }

    private static RuleFixes Of(string file)
    {
        var rule = new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(File.ReadAllText(file));
        var fix = rule.TryGetValue("fix", out var stated) ? (Dictionary<object, object>)stated : [];
        return new((string)rule["name"], fix.ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value), (string)rule["remediation"]);
    }
}
