using System.Text.Json;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors.Tests;

/// <summary>Use of values, from CloudTrail's events.</summary>
/// <remarks>https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html</remarks>
public sealed class UsageTests
{
    private const string Arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:pay/db-AbCdEf";
    private const string Role = "arn:aws:iam::123456789012:role/ledger";

    [Fact]
    public async Task Reads_are_counted_whichever_name_the_caller_used()
    {
        var usage = await OneAsync(
            Record(Arn, 10, Role), Record(Arn[..^7], 30, Role), Record("pay/db", 20, "arn:aws:iam::123456789012:user/ci"),
            Record("pay/other", 40, Role), Record("pay/db", 50, Role, "AccessDenied"), Record("pay/db", 60, Role, "ResourceNotFoundException"));

        Assert.Equal((3, 1), (usage.Reads, usage.DeniedReads));
        Assert.Equal([Role, "arn:aws:iam::123456789012:user/ci"], usage.Readers);
        Assert.Equal(At(30), usage.LastRead);
        Assert.Equal((ScriptedAws.Now - TimeSpan.FromDays(90), ScriptedAws.Now), (usage.WindowStart, usage.WindowEnd));
    }

    [Fact]
    public async Task A_secret_without_events_in_a_whole_window_was_not_read()
    {
        var usage = await OneAsync();

        Assert.Equal(0, usage.Reads);
        Assert.Null(usage.LastRead);
        Assert.Empty(usage.Readers);
    }

    [Fact]
    public async Task The_window_and_the_operation_are_asked_for()
    {
        var aws = Listed().On("LookupEvents", "{}");
        await aws.ReadAsync(InventoryNeeds.Usage);

        var call = Assert.Single(aws.Calls, call => call.Operation == "LookupEvents");
        Assert.Equal($"{(ScriptedAws.Now - TimeSpan.FromDays(90)).ToUnixTimeSeconds()}", call["StartTime"]);
        Assert.Equal($"{ScriptedAws.Now.ToUnixTimeSeconds()}", call["EndTime"]);
        Assert.Contains("GetSecretValue", call["LookupAttributes"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trail_longer_than_the_budget_tells_what_it_saw_and_no_secret_passes_as_unused()
    {
        var page = 0;
        var aws = new ScriptedAws().On("ListSecrets", $$"""{"SecretList":[{"ARN":"{{Arn}}","Name":"pay/db"},{"ARN":"arn:b","Name":"b"}]}""")
            .On("LookupEvents", _ => (200, $$"""{"Events":[{{Record("pay/db", ++page * -3600, Role)}}],"NextToken":"{{page}}"}"""));
        var items = await aws.ReadAsync(InventoryNeeds.Usage, new AwsConnection { UsagePages = 3 });

        var seen = items.Secrets()[0].Usage.Value;
        Assert.Equal((3, At(-3 * 3600)), (seen.Reads, seen.WindowStart));
        Assert.True(items.Secrets()[1].Usage.IsUnknown);
        Assert.Equal(GapKind.LimitReached, Assert.Single(items.Gaps()).Kind);
        Assert.Equal(3, page);
    }

    [Fact]
    public async Task A_denied_lookup_leaves_use_unknown()
    {
        var items = await Listed().Denies("LookupEvents").ReadAsync(InventoryNeeds.Usage);

        Assert.Contains("cloudtrail:LookupEvents", Assert.Single(items.Secrets()).Usage.UnknownReason, StringComparison.Ordinal);
        Assert.Equal(GapKind.Denied, Assert.Single(items.Gaps()).Kind);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"requestParameters":"none","userIdentity":7}""")]
    public async Task A_record_that_names_no_secret_makes_unused_secrets_unknown(string record)
    {
        var items = await Listed().On("LookupEvents", $$"""{"Events":[{"EventTime":1700000000,"CloudTrailEvent":{{JsonSerializer.Serialize(record)}}}]}""").ReadAsync(InventoryNeeds.Usage);

        Assert.True(Assert.Single(items.Secrets()).Usage.IsUnknown);
        Assert.Equal(GapKind.Failed, Assert.Single(items.Gaps()).Kind);
    }

    [Fact]
    public async Task Events_of_other_services_with_the_same_name_do_not_count()
    {
        var items = await Listed().On("LookupEvents", """{"Events":[{"EventTime":1700000000,"EventSource":"other.amazonaws.com","CloudTrailEvent":"{}"}]}""").ReadAsync(InventoryNeeds.Usage);

        Assert.Equal(0, Assert.Single(items.Secrets()).Usage.Value.Reads);
    }

    [Fact]
    public async Task At_AWS_calls_keep_half_a_second_apart()
    {
        var time = new JumpingTime();
        var pace = new RequestPace(TrailReader.AwsPace, time);
        for (var call = 0; call < 4; call++)
        {
            await pace.WaitAsync(CancellationToken.None);
            time.Pass(TimeSpan.FromMilliseconds(call == 2 ? 700 : 100));
        }

        Assert.Equal([400, 400], time.Waits.Select(wait => wait.TotalMilliseconds));
    }

    private static ScriptedAws Listed() => new ScriptedAws().On("ListSecrets", $$"""{"SecretList":[{"ARN":"{{Arn}}","Name":"pay/db"}]}""");

    private static async Task<SecretUsage> OneAsync(params string[] records) => Assert.Single(
        (await Listed().On("LookupEvents", $$"""{"Events":[{{string.Join(',', records)}}]}""").ReadAsync(InventoryNeeds.Usage)).Secrets()).Usage.Value;

    private static DateTimeOffset At(int seconds) => DateTimeOffset.FromUnixTimeSeconds(1700000000 + seconds);

    private static string Record(string secretId, int seconds, string principal, string? error = null)
    {
        object identity = principal.Contains(":role/", StringComparison.Ordinal)
            ? new { arn = "arn:aws:sts::123456789012:assumed-role/ledger/i-1", sessionContext = new { sessionIssuer = new { arn = principal } } }
            : new { arn = principal };
        var record = JsonSerializer.Serialize(new { userIdentity = identity, requestParameters = new { secretId }, errorCode = error });
        return JsonSerializer.Serialize(new { EventName = "GetSecretValue", EventSource = "secretsmanager.amazonaws.com", EventTime = 1700000000 + seconds, CloudTrailEvent = record });
    }

    /// <summary>Time that jumps to the end of each wait.</summary>
    private sealed class JumpingTime : TimeProvider
    {
        private long _ticks = 1;

        public List<TimeSpan> Waits { get; } = [];

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Pass(TimeSpan time) => _ticks += time.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > TimeSpan.Zero)
            {
                Waits.Add(dueTime);
                Pass(dueTime);
            }
            return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
