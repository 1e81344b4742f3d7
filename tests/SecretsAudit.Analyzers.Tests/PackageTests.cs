using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;
using System.Xml.Linq;

namespace SecretsAudit.Analyzers.Tests;

/// <summary>The package as a project gets it: one PackageReference and nothing else.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("secretsaudit-package-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_plain_project_that_references_it_gets_warnings_for_code_and_configuration()
    {
        var feed = Directory.CreateDirectory(Path.Combine(_folder, "feed")).FullName;
        await DotnetAsync(
            _folder, "pack", Path.Combine(Metadata("RepositoryRoot"), "src", "SecretsAudit.Analyzers"), "--no-build", "-c", Metadata("Configuration"), "-o", feed, "-nologo");
        var package = Assert.Single(Directory.GetFiles(feed, "*.nupkg"));
        var version = Holds(package);

        var project = Directory.CreateDirectory(Path.Combine(_folder, "app")).FullName;
        await WriteProjectAsync(project, feed, version);
        var output = await DotnetAsync(project, "build", "-nologo", "-v", "minimal", "-tl:off");

        Assert.Contains("Program.cs(1,16): warning SAUD2001", output, StringComparison.Ordinal);
        Assert.Contains("Program.cs(2,41): warning SAUD2004", output, StringComparison.Ordinal);
        Assert.Contains("appsettings.json(1,", output, StringComparison.Ordinal);
        Assert.DoesNotContain("AD0001", output, StringComparison.Ordinal);
        Assert.DoesNotContain("CS8032", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(Rules.CredentialAnalyzer))]
    [InlineData(typeof(CodeFixes.CredentialCodeFix))]
    public void It_asks_for_no_newer_compiler_than_the_first_SDK_of_dotnet_8_has(Type ofAssembly)
    {
        var compiler = ofAssembly.Assembly.GetReferencedAssemblies().Where(assembly => assembly.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(compiler);
        Assert.All(compiler, assembly => Assert.True(assembly.Version <= new Version(4, 8, 0, 0), assembly.FullName));
    }

    private static string Holds(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        var entries = archive.Entries.Select(entry => entry.FullName).ToList();
        foreach (var assembly in (string[])["SecretsAudit.Analyzers", "SecretsAudit.Detection", "SecretsAudit.Analyzers.CodeFixes"])
            Assert.Contains($"analyzers/dotnet/cs/{assembly}.dll", entries);
        Assert.Contains("build/SecretsAudit.Analyzers.props", entries);
        Assert.DoesNotContain(entries, entry => entry.StartsWith("lib/", StringComparison.Ordinal));

        using var nuspec = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        var metadata = XDocument.Load(nuspec).Descendants().ToList();
        Assert.DoesNotContain(metadata, element => element.Name.LocalName == "dependency");
        return metadata.First(element => element.Name.LocalName == "version").Value;
    }

    private static async Task WriteProjectAsync(string folder, string feed, string version)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="local" value="{feed}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{Path.Combine(folder, "packages")}" /></config>
            </configuration>
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "App.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><UseAppHost>false</UseAppHost></PropertyGroup>
              <ItemGroup><PackageReference Include="SecretsAudit.Analyzers" Version="{version}" PrivateAssets="all" /></ItemGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), """
            var password = "hunter2x";
            var db = "Host=db;Username=app;Password=Winter19";
            System.Console.WriteLine(password.Length + db.Length);
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), """{ "Smtp": { "Password": "hunter2x" } }""");
    }

    private static async Task<string> DotnetAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        // No build server stays behind.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}\n{await error}");
        return output;
    }

    private static string Metadata(string key) =>
        typeof(PackageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
