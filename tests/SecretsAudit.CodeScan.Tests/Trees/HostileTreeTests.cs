using System.IO.Compression;
using System.Text;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan.Tests.Trees;

/// <summary>Trees that were made to break a scanner, and files in every encoding.</summary>
public sealed class HostileTreeTests : IDisposable
{
    private const string Credential = "Password: \"q7Wm3zkT9p\"\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("secretsaudit-tree-").FullName;

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "utf-16le with mark", "utf-16be with mark", "utf-16le", "utf-16be", "latin-1"];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_credential_is_found_in_every_encoding(string encoding)
    {
        Encoding known = encoding switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8 with mark" => new UTF8Encoding(true),
            "utf-16le with mark" => new UnicodeEncoding(false, true),
            "utf-16be with mark" => new UnicodeEncoding(true, true),
            "utf-16le" => new UnicodeEncoding(false, false),
            "utf-16be" => new UnicodeEncoding(true, false),
            _ => Encoding.Latin1,
        };
        await File.WriteAllTextAsync(Path.Combine(_folder, "a.yaml"), "grüße: überall\n" + Credential, known);
        await File.WriteAllTextAsync(Path.Combine(_folder, "B.cs"), "class B { // grüße\n string Password = \"hunter2xyz\"; }\n", known);

        Assert.Equal(["B.cs:2", "a.yaml:2"], Places(await ScanAsync()));
    }

    [Fact]
    public async Task A_tree_with_more_credentials_than_are_kept_tells_the_first_files_and_a_gap()
    {
        foreach (var file in Enumerable.Range(10, 20))
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, $"{file}.yaml"), Credential);
            await File.WriteAllTextAsync(Path.Combine(_folder, $"{file}.cs"), "class B { string Password = \"hunter2xyz\"; }");
        }

        var result = await CodeScanner.ScanAsync(new() { Paths = [_folder], RespectsGitIgnore = false, MostFindings = 6 }, CancellationToken.None);

        Assert.Equal(["10.cs:1", "10.yaml:1", "11.cs:1", "11.yaml:1", "12.cs:1", "12.yaml:1"], Places(result));
        Assert.Equal(GapKind.LimitReached, Assert.Single(result.Gaps).Kind);
    }

    [Fact]
    public async Task A_PDF_is_no_text_whatever_it_is_called()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "icon.ai"), "%PDF-1.5\n" + Credential);
        await File.WriteAllTextAsync(Path.Combine(_folder, "B.cs"), "//%PDF-1.5\nclass B { string Password = \"hunter2xyz\"; }\n");

        Assert.Equal(["B.cs:2"], Places(await ScanAsync()));
    }

    [Fact]
    public async Task Links_are_not_followed_round_in_the_tree_nor_out_of_it()
    {
        var outside = Directory.CreateTempSubdirectory("secretsaudit-outside-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(outside.FullName, "out.yaml"), Credential);
            await File.WriteAllTextAsync(Path.Combine(_folder, "a.yaml"), Credential);
            Directory.CreateSymbolicLink(Path.Combine(_folder, "round"), _folder);
            Directory.CreateSymbolicLink(Path.Combine(_folder, "out"), outside.FullName);
            File.CreateSymbolicLink(Path.Combine(_folder, "self.yaml"), Path.Combine(_folder, "self.yaml"));

            var result = await ScanAsync();

            Assert.Equal(["a.yaml:1"], Places(result));
            Assert.Empty(result.Gaps);
        }
        finally
        {
            outside.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task An_archive_is_not_opened()
    {
        await using (var archive = await ZipFile.OpenAsync(Path.Combine(_folder, "a.zip"), ZipArchiveMode.Create))
        {
            await using var entry = await archive.CreateEntry("../../a.yaml").OpenAsync();
            await entry.WriteAsync(Encoding.UTF8.GetBytes(Credential));
        }

        var result = await ScanAsync();

        Assert.Empty(result.Findings);
        Assert.Empty(result.Gaps);
    }

    [Fact]
    public async Task A_huge_text_is_a_gap_and_a_huge_picture_is_none()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "dump.sql"), new string('x', 3000));
        await File.WriteAllBytesAsync(Path.Combine(_folder, "picture.png"), new byte[3000]);

        var result = await CodeScanner.ScanAsync(new() { Paths = [_folder], LargestFile = 2000 }, CancellationToken.None);

        var gap = Assert.Single(result.Gaps);
        Assert.Equal(("dump.sql", GapKind.LimitReached), (gap.Subject, gap.Kind));
    }

    [Fact]
    public async Task A_file_that_is_gone_when_it_is_read_is_a_gap()
    {
        var gaps = new List<Gap>();
        var source = new SourceFile(1000, gaps.Add);

        Assert.Null(source.Read(new("a.yaml", Path.Combine(_folder, "a.yaml"))));

        Assert.Equal("a.yaml", Assert.Single(gaps).Subject);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_text_of_one_endless_line_ends()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "a.yaml"), Credential + new string('a', 2_000_000));
        await File.WriteAllTextAsync(Path.Combine(_folder, "b.json"), new string('[', 500_000));

        Assert.Equal(["a.yaml:1"], Places(await ScanAsync()));
    }

    [Fact]
    public async Task One_text_from_a_stream_is_read_by_the_grammar_of_its_name()
    {
        var result = await ContentScanner.ScanAsync(new MemoryStream(Encoding.UTF8.GetBytes(Credential)), "values.yaml", new() { Paths = [] }, CancellationToken.None);

        Assert.Equal(["values.yaml:1"], Places(result));
    }

    [Fact]
    public async Task A_stream_that_is_too_long_is_a_gap()
    {
        var result = await ContentScanner.ScanAsync(new MemoryStream(new byte[5000]), "a.yaml", new() { Paths = [], LargestFile = 1000 }, CancellationToken.None);

        Assert.Equal(GapKind.LimitReached, Assert.Single(result.Gaps).Kind);
    }

    private static List<string> Places(CodeScanResult result) =>
        [.. result.Findings.Select(finding => (FindingSubject.Code)finding.Subject).Select(place => $"{place.Path}:{place.Line}").Distinct()];

    private Task<CodeScanResult> ScanAsync() => CodeScanner.ScanAsync(new() { Paths = [_folder] }, CancellationToken.None);
}
