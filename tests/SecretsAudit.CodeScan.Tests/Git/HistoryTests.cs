using SecretsAudit.Model;

namespace SecretsAudit.CodeScan.Tests.Git;

/// <summary>What was ever committed, with the commit that brought it in and whether it is still there.</summary>
public sealed class HistoryTests : IDisposable
{
    private const string Credential = "Password: \"q7Wm3zkT9p\"\n";
    private readonly SampleRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task A_credential_that_was_removed_is_told_with_the_commit_and_date_that_brought_it_in()
    {
        _repository.Write("a.yaml", "a: 1\n").Commit().Write("a.yaml", Credential).Commit();
        var commit = _repository.Git("rev-parse", "HEAD");
        _repository.Write("a.yaml", "a: 2\n").Commit();

        var finding = Assert.Single((await ScanAsync()).Findings);

        Assert.Equal(commit, Evidence(finding, "Commit"));
        Assert.Equal("2026-03-02T12:00:00Z", Evidence(finding, "Author date"));
        Assert.Equal("Sample Author", Evidence(finding, "Author"));
        Assert.Equal("no", Evidence(finding, "In HEAD"));
    }

    [Fact]
    public async Task A_credential_that_later_commits_carry_along_is_told_once_and_as_still_there()
    {
        _repository.Write("a.yaml", Credential).Commit();
        var commit = _repository.Git("rev-parse", "HEAD");
        _repository.Write("a.yaml", "first: line\n" + Credential).Commit().Write("a.yaml", "first: line\nsecond: line\n" + Credential).Commit();

        var finding = Assert.Single((await ScanAsync()).Findings);

        Assert.Equal(commit, Evidence(finding, "Commit"));
        Assert.Equal("yes", Evidence(finding, "In HEAD"));
        Assert.Equal(1, ((FindingSubject.Code)finding.Subject).Line);
    }

    [Fact]
    public async Task Another_value_under_the_same_name_is_another_credential()
    {
        _repository.Write("a.yaml", Credential).Commit().Write("a.yaml", "Password: \"Zk81vQp0mw\"\n").Commit();

        Assert.Equal(["no", "yes"], (await ScanAsync()).Findings.Select(finding => Evidence(finding, "In HEAD")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_branch_that_was_never_merged_is_part_of_the_history_and_so_is_what_a_merge_itself_wrote()
    {
        _repository.Write("a.yaml", "a: 1\n").Commit();
        _repository.Git("checkout", "-q", "-b", "topic");
        _repository.Write("topic.yaml", Credential).Commit();
        _repository.Git("checkout", "-q", "main");
        _repository.Write("b.yaml", "b: 1\n").Commit();
        _repository.Git("checkout", "-q", "-b", "merged");
        _repository.Git("merge", "-q", "--no-ff", "--no-commit", "topic");
        _repository.Write("evil.yaml", "ApiPassword: \"Zk81vQp0mw\"\n").Commit();
        _repository.Git("checkout", "-q", "main");

        Assert.Equal(["evil.yaml:1", "topic.yaml:1"], SampleRepository.Places(await ScanAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Equal_content_is_read_once()
    {
        _repository.Write("a.yaml", Credential).Write("copy.yaml", Credential).Commit();

        var result = await ScanAsync();

        Assert.Equal(1, result.Summary.Files);
    }

    [Fact]
    public async Task A_repository_without_commits_holds_nothing()
    {
        var result = await ScanAsync();

        Assert.Empty(result.Findings);
        Assert.Empty(result.Gaps);
    }

    [Fact]
    public async Task A_shallow_clone_is_a_gap()
    {
        _repository.Write("a.yaml", Credential).Commit().Write("a.yaml", "a: 2\n").Commit();
        var clone = Path.Combine(_repository.Folder, "clone");
        _repository.Git("clone", "-q", "--depth", "1", new Uri(_repository.Folder).AbsoluteUri, clone);

        var result = await HistoryScanner.ScanAsync(new() { Paths = [clone] }, CancellationToken.None);

        Assert.Equal(GapKind.LimitReached, Assert.Single(result.Gaps).Kind);
    }

    [Fact]
    public async Task Content_that_is_larger_than_what_is_read_is_a_gap_when_it_is_text()
    {
        _repository.Write("large.txt", new string('x', 5000)).Write("small.txt", "x").Commit();

        var result = await HistoryScanner.ScanAsync(_repository.Options with { LargestFile = 1000 }, CancellationToken.None);

        Assert.Equal("large.txt", Assert.Single(result.Gaps).Subject);
    }

    private static string Evidence(Finding finding, string label) => finding.Evidence.Single(evidence => evidence.Label == label).Observation;

    private Task<CodeScanResult> ScanAsync() => HistoryScanner.ScanAsync(_repository.Options, CancellationToken.None);
}
