using System.IO.Compression;
using System.Text;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors.Tests;

/// <summary>Use of values, from a trail's own log files.</summary>
/// <remarks>https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-examples.html</remarks>
public sealed class TrailFileTests : IDisposable
{
    private const string Arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:pay/db-AbCdEf";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trail-files-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Reads_are_counted_from_the_files_of_the_account_and_region()
    {
        Write(At(-91), "first");
        Write(At(-2), "a", Record("pay/db", -2), Record(Arn, -1.5), Record("pay/db", -1.4, "AccessDenied"), Record("pay/db", -1.2).Replace("GetSecretValue", "DescribeSecret", StringComparison.Ordinal));
        WriteIn("us-east-1", At(-2), "other", Record("pay/db", -2));

        var items = await ReadAsync();

        var usage = Assert.Single(items.Secrets()).Usage.Value;
        Assert.Equal((2, 1, At(-1.5)), (usage.Reads, usage.DeniedReads, usage.LastRead));
        Assert.Empty(items.Gaps());
    }

    [Fact]
    public async Task A_secret_that_the_files_do_not_name_is_unused_only_when_they_reach_back_far_enough()
    {
        Write(At(-10), "late");
        var late = await ReadAsync();
        Write(At(-91), "first");
        var whole = await ReadAsync();

        Assert.True(Assert.Single(late.Secrets()).Usage.IsUnknown);
        Assert.Equal(GapKind.LimitReached, Assert.Single(late.Gaps()).Kind);
        Assert.Equal(0, Assert.Single(whole.Secrets()).Usage.Value.Reads);
    }

    // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
    [Fact]
    public async Task A_reader_of_another_account_is_known_by_its_account()
    {
        Write(At(-91), "first");
        Write(At(-2), "a", Record("pay/db", -2).Replace(
            """{"arn":"arn:aws:iam::123456789012:user/ci"}""", """{"type":"AWSAccount","principalId":"AROAEXAMPLE:ci","accountId":"444455556666"}""", StringComparison.Ordinal));

        Assert.Equal(["arn:aws:iam::444455556666:root"], Assert.Single((await ReadAsync()).Secrets()).Usage.Value.Readers);
    }

    [Fact]
    public async Task A_damaged_file_or_none_leaves_use_unknown()
    {
        var none = await ReadAsync();
        Write(At(-91), "first");
        await File.WriteAllTextAsync(PathOf(At(-2), "damaged", "eu-west-1"), "no gzip");
        var damaged = await ReadAsync();

        Assert.True(Assert.Single(none.Secrets()).Usage.IsUnknown);
        Assert.True(Assert.Single(damaged.Secrets()).Usage.IsUnknown);
        Assert.Equal(GapKind.Failed, Assert.Single(damaged.Gaps()).Kind);
    }

    private Task<List<InventoryItem>> ReadAsync() => new ScriptedAws().On("ListSecrets", $$"""{"SecretList":[{"ARN":"{{Arn}}","Name":"pay/db"}]}""")
        .ReadAsync(InventoryNeeds.Usage, new AwsConnection { TrailFolder = _folder.FullName });

    private static DateTimeOffset At(double days) => ScriptedAws.Now.AddDays(days);

    private static string Record(string secret, double days, string? error = null) =>
        $$"""{"eventVersion":"1.11","eventTime":"{{At(days):yyyy-MM-ddTHH:mm:ssZ}}","eventSource":"secretsmanager.amazonaws.com","eventName":"GetSecretValue","userIdentity":{"arn":"arn:aws:iam::123456789012:user/ci"},"requestParameters":{"secretId":"{{secret}}"}{{(error is null ? "" : $",\"errorCode\":\"{error}\"")}}}""";

    private void Write(DateTimeOffset day, string name, params string[] records) => WriteIn("eu-west-1", day, name, records);

    private void WriteIn(string region, DateTimeOffset day, string name, params string[] records)
    {
        using var gzip = new GZipStream(File.Create(PathOf(day, name, region)), CompressionLevel.Fastest);
        gzip.Write(Encoding.UTF8.GetBytes($$"""{"Records":[{{string.Join(',', records)}}]}"""));
    }

    private string PathOf(DateTimeOffset day, string name, string region)
    {
        var folder = _folder.CreateSubdirectory($"prefix/AWSLogs/123456789012/CloudTrail/{region}/{day:yyyy}/{day:MM}/{day:dd}");
        return Path.Combine(folder.FullName, $"123456789012_CloudTrail_{region}_{day:yyyyMMddTHHmmZ}_{name}.json.gz");
    }
}
