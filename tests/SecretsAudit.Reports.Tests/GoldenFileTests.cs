using System.Runtime.CompilerServices;
using System.Text;
using SecretsAudit.Model;
using SecretsAudit.Reports.Tests.Samples;

namespace SecretsAudit.Reports.Tests;

/// <summary>Whole reports against files under review. <c>UPDATE_GOLDEN=1 dotnet test</c> writes them anew; read the difference before committing it.</summary>
public sealed class GoldenFileTests
{
    public static TheoryData<string, string> Files()
    {
        var files = new TheoryData<string, string>();
        foreach (var writer in ReportWriters.All())
            files.Add(writer.Format, "incomplete");

        // What a complete audit reads like differs in the formats that people read.
        files.Add("markdown", "complete");
        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_sample_audit_is_written_as_reviewed(string format, string audit)
    {
        AuditResult result = audit == "complete" ? SampleAudit.Complete() : SampleAudit.Incomplete;
        var writer = ReportWriters.Find(format)!;
        using var written = new MemoryStream();
        await writer.WriteAsync(result, written, CancellationToken.None);
        var file = Path.Combine(Folder(), $"{audit}.{writer.FileName}");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Folder());
            await File.WriteAllBytesAsync(file, written.ToArray());
        }

        // Latin-1 keeps every byte, so that the byte order mark counts and a difference is shown as text.
        Assert.Equal(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), Encoding.Latin1.GetString(written.ToArray()));
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden");
}
