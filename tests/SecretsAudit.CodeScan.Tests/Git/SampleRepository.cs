using System.Diagnostics;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan.Tests.Git;

/// <summary>A git repository in a folder of its own, made by git itself with fixed names and dates.</summary>
internal sealed class SampleRepository : IDisposable
{
    private int _commits;

    public SampleRepository() => Git("init", "-q", "-b", "main");

    public string Folder { get; } = Directory.CreateTempSubdirectory("secretsaudit-git-").FullName;

    public CodeScanOptions Options => new() { Paths = [Folder] };

    public static List<string> Places(CodeScanResult result) =>
        [.. result.Findings.Select(finding => (FindingSubject.Code)finding.Subject).Select(place => $"{place.Path}:{place.Line}").Distinct()];

    public SampleRepository Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    public SampleRepository Stage()
    {
        Git("add", "-A");
        return this;
    }

    public SampleRepository Commit()
    {
        Stage();
        Git("commit", "-q", "-m", "change", "--date", $"2026-03-{++_commits:00}T12:00:00Z");
        return this;
    }

    public string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "user.name=Sample Author", "-c", "user.email=author@example.com", "-c", "commit.gpgSign=false", "-c", "core.autocrlf=false", .. arguments])
        {
            WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        using var git = Process.Start(start)!;
        var error = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, $"git {arguments[0]}: {error.Result}");
        return output.Trim();
    }

    public void Dispose()
    {
        // Git's objects are read-only, which Windows minds.
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(Folder, recursive: true);
    }
}
