using SecretsAudit.CodeScan.Git;

namespace SecretsAudit.CodeScan.Tests.Git;

/// <summary>Only lines that are added are told, as git's index has them.</summary>
public sealed class ChangedLinesTests : IDisposable
{
    private const string Old = "Password: \"hunter2xyz\"\n";
    private const string New = "ApiPassword: \"q7Wm3zkT9p\"\n";
    private readonly SampleRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task A_staged_line_is_found_and_the_one_that_was_there_before_is_not()
    {
        _repository.Write("a.yaml", Old).Commit().Write("a.yaml", Old + New).Stage();

        Assert.Equal(["a.yaml:2"], SampleRepository.Places(await StagedAsync()));
    }

    [Fact]
    public async Task A_literal_that_the_commit_makes_a_credential_is_found_and_one_that_was_one_before_is_not()
    {
        const string Start = "class A { string data = \"7e5tc4s3\"; string Password = \"hunter2xyz\";\n";
        const string Use = "object F() => new System.Net.NetworkCredential(\"u\", data); object G() => new System.Net.NetworkCredential(\"u\", Password);\n";
        _repository.Write("A.cs", Start + "}\n").Commit().Write("A.cs", Start + Use + "}\n").Stage();

        var found = Assert.Single((await StagedAsync()).Findings);
        Assert.Equal(("A.cs:1", 2), (SampleRepository.Places(await StagedAsync())[0], found.UsedAt![0].Line));

        _repository.Commit().Write("A.cs", Start + Use + Use.Replace("F()", "H()", StringComparison.Ordinal).Replace("G()", "I()", StringComparison.Ordinal) + "}\n").Stage();

        Assert.Empty((await StagedAsync()).Findings);
    }

    [Fact]
    public async Task What_is_only_on_disk_is_not_part_of_the_commit()
    {
        _repository.Write("a.yaml", "a: 1\n").Commit().Write("a.yaml", New);

        Assert.Empty((await StagedAsync()).Findings);
    }

    [Fact]
    public async Task What_is_staged_is_found_when_the_disk_says_otherwise_meanwhile()
    {
        _repository.Write("a.yaml", New).Stage().Write("a.yaml", "a: 1\n");

        Assert.Equal(["a.yaml:1"], SampleRepository.Places(await StagedAsync()));
    }

    [Theory]
    [InlineData("a b.yaml")]
    [InlineData("dé/ü 漢字 😀.yaml")]
    [InlineData("quo\"te\\back.yaml")]
    public async Task A_file_of_any_name_is_looked_at(string name)
    {
        _repository.Write(name, New).Stage();

        Assert.Equal([$"{name}:1"], SampleRepository.Places(await StagedAsync()));
    }

    [Fact]
    public async Task A_line_that_looks_like_a_head_of_the_patch_leads_nobody_astray()
    {
        _repository.Write("a.yaml", "x: 1\n").Commit()
            .Write("a.yaml", "x: 1\n++ b/harmless.txt\n@@ -1 +900 @@\rdiff --git a/x b/x\rindex 0..0\n" + New).Stage();

        Assert.Single((await StagedAsync()).Findings);
    }

    [Fact]
    public async Task Line_ends_that_only_some_programs_see_hide_nothing()
    {
        _repository.Write("A.cs", "class A { }\n").Commit().Write("A.cs", $"class A {{ }}\n/*{new string('\r', 9)}*/class B {{ string Password = \"hunter2xyz\"; }}\n").Stage();

        Assert.Single((await StagedAsync()).Findings);
    }

    [Fact]
    public async Task Staged_csharp_is_read_as_csharp()
    {
        _repository.Write("A.cs", "class A\n{\n    void M() => new System.Net.NetworkCredential(\"u\", \"7e5tc4s3\");\n}\n").Stage();

        Assert.Equal(["A.cs:3"], SampleRepository.Places(await StagedAsync()));
    }

    [Fact]
    public async Task A_branch_is_held_against_where_it_left_and_not_against_what_others_did_since()
    {
        _repository.Write("a.yaml", "a: 1\n").Commit();
        _repository.Git("checkout", "-q", "-b", "topic");
        _repository.Write("b.yaml", New).Commit();
        _repository.Git("checkout", "-q", "main");
        _repository.Write("a.yaml", Old).Commit();
        _repository.Git("checkout", "-q", "topic");

        Assert.Equal(["b.yaml:1"], SampleRepository.Places(await ChangeScanner.ScanSinceAsync(_repository.Options, "main", CancellationToken.None)));
    }

    [Theory]
    [InlineData("no-such-branch")]
    [InlineData("--output=/tmp/x")]
    public async Task A_commit_that_there_is_not_is_told(string commit)
    {
        _repository.Write("a.yaml", "a: 1\n").Commit();

        await Assert.ThrowsAsync<GitException>(() => ChangeScanner.ScanSinceAsync(_repository.Options, commit, CancellationToken.None));
    }

    [Fact]
    public async Task A_folder_without_a_repository_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("secretsaudit-plain-");
        try
        {
            await Assert.ThrowsAsync<GitException>(() => ChangeScanner.ScanStagedAsync(new() { Paths = [folder.FullName] }, CancellationToken.None));
        }
        finally
        {
            folder.Delete();
        }
    }

    private Task<CodeScanResult> StagedAsync() => ChangeScanner.ScanStagedAsync(_repository.Options, CancellationToken.None);
}
