using System.Runtime.CompilerServices;
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
        {
            files.Add(writer.Format, "incomplete");
            files.Add(writer.Format, "complete");
        }

        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_sample_audit_is_written_as_reviewed(string format, string audit)
    {
        AuditResult result = audit == "complete" ? SampleAudit.Complete() : SampleAudit.Incomplete;
        var writer = ReportWriters.Find(format)!;
        var written = await ReportText.Of(writer, result);
        var file = Path.Combine(Folder(), $"{audit}.{writer.FileName}");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Folder());
            await File.WriteAllTextAsync(file, written);
        }

        Assert.Equal(await File.ReadAllTextAsync(file), written);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden");
}
