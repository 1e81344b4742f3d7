using System.Diagnostics;
using System.IO.Compression;

namespace SecretsAudit.Cli.Tests;

/// <summary>The command line as a .NET tool: packed, installed from a folder, run.</summary>
public sealed class ToolPackageTests : IDisposable
{
    private const string Configuration =
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    private readonly string _folder = Directory.CreateTempSubdirectory("secretsaudit-tool-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_installed_tool_tells_its_version_and_scans_standard_input()
    {
        var feed = Path.Combine(_folder, "feed");
        var tools = Path.Combine(_folder, "tools");
        await RunAsync("dotnet", "", 0, "pack", Path.Combine(DocumentedCommandTests.Root, "src", "SecretsAudit.Cli"), "--no-build", "-c", Configuration, "-o", feed, "-nologo", "-v", "quiet");
        using (var package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(feed))))
        {
            var names = package.Entries.Select(entry => entry.FullName).ToList();
            Assert.Contains("README.md", names);
            Assert.Contains(names, name => name.EndsWith("/runtimes/linux-x64/native/libe_sqlite3.so", StringComparison.Ordinal));
            Assert.DoesNotContain(names, name => name.Contains("/runtimes/ios", StringComparison.Ordinal) || name.StartsWith("content", StringComparison.Ordinal));
        }

        var settings = Path.Combine(_folder, "nuget.config");
        await File.WriteAllTextAsync(settings, $"<configuration><packageSources><clear /><add key=\"local\" value=\"{feed}\" /></packageSources></configuration>");
        await RunAsync("dotnet", "", 0, "tool", "install", "SecretsAudit", "--tool-path", tools, "--configfile", settings, "--version", ToolVersion.Text);
        var tool = Path.Combine(tools, OperatingSystem.IsWindows() ? "secretsaudit.exe" : "secretsaudit");

        Assert.Equal(ToolVersion.Text, (await RunAsync(tool, "", 0, "--version")).Trim());
        var found = await RunAsync(tool, string.Concat("Password: ", "q7Wm3", "zkT9p\n"), 1, "scan", "--stdin", "--stdin-name", "values.yaml");
        Assert.StartsWith("values.yaml:1:11: high SAUD2001 ", found, StringComparison.Ordinal);
        Assert.Contains("SAUD1001", await RunAsync(tool, "", 0, "rules", "list"), StringComparison.Ordinal);
    }

    private async Task<string> RunAsync(string program, string input, int expected, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == expected, $"{Path.GetFileName(program)} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await error}{output}");
        return output;
    }
}
