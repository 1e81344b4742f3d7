namespace SecretsAudit.CodeScan.Tests.Git;

/// <summary>A repository's own configuration executes nothing when it is scanned.</summary>
public sealed class HostileRepositoryTests : IDisposable
{
    private readonly SampleRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("core.fsmonitor")]
    [InlineData("diff.external")]
    [InlineData("diff.evil.command")]
    [InlineData("diff.evil.textconv")]
    [InlineData("filter.evil.clean")]
    [InlineData("filter.evil.smudge")]
    [InlineData("core.pager")]
    [InlineData("core.sshCommand")]
    public async Task A_command_in_its_configuration_is_not_run(string setting)
    {
        _repository.Write(".gitattributes", "*.yaml diff=evil filter=evil\n").Write("a.yaml", "a: 1\n").Commit().Write("a.yaml", "Password: \"q7Wm3zkT9p\"\n").Stage();
        var script = Path.Combine(_repository.Folder, ".git", "evil.sh");
        await File.WriteAllTextAsync(script, $"#!/bin/sh\ntouch '{_repository.Folder}/ran'\ncat\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _repository.Git("config", setting, script);

        var staged = await ChangeScanner.ScanStagedAsync(_repository.Options, CancellationToken.None);
        await ChangeScanner.ScanSinceAsync(_repository.Options, "HEAD", CancellationToken.None);
        await HistoryScanner.ScanAsync(_repository.Options, CancellationToken.None);

        Assert.Equal(["a.yaml:1"], SampleRepository.Places(staged));
        Assert.False(File.Exists(Path.Combine(_repository.Folder, "ran")));
    }
}
