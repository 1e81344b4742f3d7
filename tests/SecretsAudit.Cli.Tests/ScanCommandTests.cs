using System.Diagnostics;

namespace SecretsAudit.Cli.Tests;

/// <summary><c>scan</c> of one text, of what is staged, and of what was ever committed.</summary>
public sealed class ScanCommandTests : IDisposable
{
    private static readonly string Credential = string.Concat("Password: ", "q7Wm3", "zkT9p\n");
    private readonly CommandLine _line = new();

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(_line.Folder, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        _line.Dispose();
    }

    [Fact]
    public async Task A_text_on_standard_input_is_read_by_the_grammar_of_its_name_and_told_in_a_line()
    {
        _line.Input = Credential;

        Assert.Equal(1, await _line.RunAsync("scan", "--stdin", "--stdin-name", "values.yaml"));

        Assert.StartsWith("values.yaml:1:11: high SAUD2001 ", _line.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_line.Folder, "secretsaudit-report")));
    }

    [Theory]
    [InlineData("low", 1)]
    [InlineData("Medium", 1)]
    [InlineData("high", 0)]
    public async Task What_is_less_sure_than_asked_for_is_left_out(string least, int exitCode)
    {
        _line.Input = Credential;

        Assert.Equal(exitCode, await _line.RunAsync("scan", "--stdin", "--stdin-name", "values.yaml", "--min-confidence", least));
    }

    [Fact]
    public async Task A_text_without_a_credential_is_clean_and_says_nothing()
    {
        _line.Input = "replicas: 3\n";

        Assert.Equal(0, await _line.RunAsync("scan", "--stdin"));

        Assert.Equal(("", ""), (_line.Output, _line.Error));
    }

    [Fact]
    public async Task A_report_is_written_when_one_is_asked_for()
    {
        _line.Input = Credential;

        Assert.Equal(1, await _line.RunAsync("scan", "--stdin", "--stdin-name", "values.yaml", "--format", "sarif", "--out", "-"));

        Assert.Contains("\"values.yaml\"", _line.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_folders_are_told_by_their_paths_from_where_the_scan_was_started()
    {
        _line.Write("src/values.yaml", Credential);
        _line.Write("deploy/prod/values.yaml", Credential);

        Assert.Equal(1, await _line.RunAsync("scan", "src", "deploy/prod", "src/values.yaml", "--format", "sarif", "--out", "-"));

        Assert.Contains("\"uri\": \"src/values.yaml\"", _line.Output, StringComparison.Ordinal);
        Assert.Contains("\"uri\": \"deploy/prod/values.yaml\"", _line.Output, StringComparison.Ordinal);
        Assert.Equal(2, _line.Output.Split("\"uri\": \"").Length - 1);
    }

    [Fact]
    public async Task A_staged_credential_stops_the_commit_and_a_committed_one_does_not()
    {
        Git("init", "-q");
        _line.Write("values.yaml", Credential);
        Git("add", "-A");
        Assert.Equal(1, await _line.RunAsync("scan", "--staged"));

        Git("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgSign=false", "commit", "-q", "-m", "first");
        Assert.Equal(0, await _line.RunAsync("scan", "--staged"));
        Assert.Equal(1, await _line.RunAsync("scan", "--history", "--format", "json", "--out", "-"));
        Assert.Contains("it is still there", _line.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--staged")]
    [InlineData("--history")]
    public async Task From_a_folder_of_a_repository_all_of_it_is_looked_at(string what)
    {
        Git("init", "-q");
        _line.Write("values.yaml", Credential);
        _line.Write("deploy/replicas.yaml", "replicas: 3\n");
        Git("add", "-A");
        if (what == "--history")
            Git("-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgSign=false", "commit", "-q", "-m", "first");
        _line.At = "deploy";

        Assert.Equal(1, await _line.RunAsync("scan", what, "--format", "json", "--out", "-"));
        Assert.Contains("\"values.yaml\"", _line.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_baseline_knows_does_not_fail_the_scan_and_the_next_credential_does()
    {
        string[] scan = ["scan", "src", "--baseline", "b.json", "--format", "json"];
        _line.Write("src/values.yaml", Credential);

        Assert.Equal(1, await _line.RunAsync([.. scan, "--write-baseline"]));
        Assert.Equal(0, await _line.RunAsync(scan));
        _line.Write("src/more.yaml", Credential);
        Assert.Equal(1, await _line.RunAsync(scan));
    }

    [Fact]
    public async Task A_waiver_covers_a_staged_line_as_it_covers_a_file()
    {
        _line.Write("secretsaudit.waivers.yaml", "waivers:\n  - rule: SAUD2001\n    subject: values.yaml\n    owner: team-a\n    approver: lead\n    reason: used by a local test only\n    expires: 2099-01-01\n");
        _line.Input = Credential;

        Assert.Equal(0, await _line.RunAsync("scan", "--stdin", "--stdin-name", "values.yaml"));
    }

    [Theory]
    [InlineData("scan")]
    [InlineData("scan|--stdin|--staged")]
    [InlineData("scan|--stdin|.")]
    [InlineData("scan|.|--stdin-name|a.yaml")]
    [InlineData("scan|.|--profile|prod")]
    [InlineData("scan|.|--min-confidence|certain")]
    [InlineData("scan|.|--match-store|no-such-folder")]
    [InlineData("scan|--diff|no-such-branch")]
    [InlineData("scan|--staged|--baseline|b.json|--write-baseline")]
    [InlineData("scan|.|--baseline|none.json")]
    public async Task What_cannot_be_meant_is_a_usage_error(string arguments)
    {
        Assert.Equal(2, await _line.RunAsync(arguments.Split('|')));

        Assert.Contains("error: ", _line.Error, StringComparison.Ordinal);
    }

    private void Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = _line.Folder, UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        using var git = Process.Start(start)!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
