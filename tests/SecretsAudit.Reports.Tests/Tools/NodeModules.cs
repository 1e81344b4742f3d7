using System.Security.Cryptography;

namespace SecretsAudit.Reports.Tests.Tools;

/// <summary>The npm packages of npm/package.json, installed once beside the tests' binaries.</summary>
internal static class NodeModules
{
    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    /// <summary>The node_modules folder.</summary>
    public static Task<string> FolderAsync() => Installed.Value;

    public static string Script(string name) => Path.Combine(Folder, name);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "npm");

    private static async Task<string> InstallAsync()
    {
        var modules = Path.Combine(Folder, "node_modules");
        var wanted = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(Folder, "package-lock.json"))));
        var mark = Path.Combine(modules, ".installed");
        if (!File.Exists(mark) || await File.ReadAllTextAsync(mark) != wanted)
        {
            await ToolProcess.RunAsync("npm", Folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            await File.WriteAllTextAsync(mark, wanted);
        }

        return modules;
    }
}
