using SecretsAudit.Model;

namespace SecretsAudit.Collectors.Tests.Templates;

/// <summary>Reads a template that a test writes.</summary>
internal static class TemplateFiles
{
    public static async Task<List<InventoryItem>> ReadAsync(string text, string name = "deploy/template.yaml")
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, text);
            return await TemplateSource.Open(path, name, TimeProvider.System).ReadAllAsync();
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static async Task<Secret> SecretAsync(string text) => Assert.Single((await ReadAsync(text)).Secrets());
}
