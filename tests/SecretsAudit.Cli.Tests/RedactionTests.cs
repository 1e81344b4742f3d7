using System.Security.Cryptography;
using System.Text;
using SecretsAudit.Reports;

namespace SecretsAudit.Cli.Tests;

/// <summary>No report of any format holds a value that was found, nor anything from which it can be had back by trying.</summary>
public sealed class RedactionTests : IDisposable
{
    private readonly CommandLine _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    public async Task Nothing_that_is_written_tells_a_planted_value()
    {
        var values = (string[])[string.Concat("q7Wm3", "zkT9p"), string.Concat("hunter", "2xyz"), string.Concat("ghp_", "16C7e42F292c6912E7710c838347Ae178B4a"), string.Concat("tr0ub", "4dor&3")];
        _line.Write("values.yaml", $"Password: {values[0]}\nurl: https://app:{values[3]}@db.example.net/x\n");
        _line.Write("A.cs", $"class A {{ string Password = \"{values[1]}\"; string Token = \"{values[2]}\"; }}\n");

        var exit = await _line.RunAsync("scan", ".", "--verbose", "--out", "reports", "--format", string.Join(',', ReportWriters.All().Select(writer => writer.Format)));

        Assert.True(exit == 1, _line.Error);

        var written = Directory.GetFiles(Path.Combine(_line.Folder, "reports"), "*", SearchOption.AllDirectories).Select(file => (Name: Path.GetFileName(file), Text: File.ReadAllText(file)))
            .Append((Name: "stdout", Text: _line.Output)).Append((Name: "stderr", Text: _line.Error)).ToList();
        Assert.True(written.Count > 8);
        Assert.Contains(written, report => report.Text.Contains("values.yaml", StringComparison.Ordinal));
        foreach (var (name, text) in written)
        {
            foreach (var (value, number) in values.Select((value, number) => (value, number)))
                Assert.True(Traces(value).All(trace => !text.Contains(trace, StringComparison.OrdinalIgnoreCase)), $"{name} tells the value number {number}");
        }
    }

    // The value, in other spellings, and its plain hashes, of which tables exist.
    private static IEnumerable<string> Traces(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        yield return value;
        yield return value[..8];
        yield return Convert.ToBase64String(bytes).TrimEnd('=');
        yield return Convert.ToHexString(bytes);
        yield return System.Text.Encodings.Web.HtmlEncoder.Default.Encode(value);
#pragma warning disable CA5350, CA5351 // What is looked for is a weak hash that must not be there.
        foreach (var hash in (byte[][])[MD5.HashData(bytes), SHA1.HashData(bytes), SHA256.HashData(bytes), SHA512.HashData(bytes), SHA256.HashData(Encoding.Unicode.GetBytes(value))])
#pragma warning restore CA5350, CA5351
        {
            yield return Convert.ToHexString(hash)[..16];
            yield return Convert.ToBase64String(hash)[..16];
        }
    }
}
