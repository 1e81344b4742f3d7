using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using SecretsAudit.Store;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Alarms;
using SecretsAudit.Store.Events;
using SecretsAudit.Store.Hosting;
using SecretsAudit.Store.Rotation.PostgreSql;
using SecretsAudit.Store.Tests.Rotation;

namespace SecretsAudit.EndToEnd.Tests;

/// <summary>docs/rotation.md from its beginning to its end: a database, an application, rotation, a failure, an alarm, the audit, the fix.</summary>
public sealed class RotationWalkThroughTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>, IDisposable
{
    private const string Function = "arn:aws:lambda:eu-west-1:123456789012:function:rotate";
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task A_failing_rotation_raises_an_alarm_is_found_by_the_audit_and_both_are_quiet_after_the_fix()
    {
        await using var pager = new Pager();
        await using var store = await ReferenceStore.OpenAsync(new StoreOptions
        {
            StartAt = Start,
            Ticking = false,
            DevelopmentCredentials = [new("development", "development", "123456789012")],
            Alarms = [new("late", AlarmMetric.OldestOverdueRotationHours, 24)],
            EventTargets = [new("pager", EventPattern.Parse("""{"source":["aws.cloudwatch"]}"""), pager.Address, _tool.InFolder("dead-letters.jsonl"))],
        });
        await using var serving = await StoreServer.StartAsync(store, new IPEndPoint(IPAddress.Loopback, 0));
        store.RotationFunctions.Register(Function, PostgreSqlRotation.AlternatingUsers(store));
        using var client = new AmazonSecretsManagerClient(
            new BasicAWSCredentials("development", "development"),
            new AmazonSecretsManagerConfig { ServiceURL = serving.Address.ToString(), AuthenticationRegion = "eu-west-1" });

        // A database with a login, and the secrets of both its superuser and the application.
        await server.ExecuteAsync("CREATE ROLE app WITH LOGIN PASSWORD 'first'");
        var master = await client.CreateSecretAsync(new CreateSecretRequest { Name = "app-master", SecretString = server.SuperuserSecret().ToJsonString() });
        var login = server.Secret("app", "first");
        login["masterarn"] = master.ARN;
        var app = (await client.CreateSecretAsync(new CreateSecretRequest { Name = "app", SecretString = login.ToJsonString() })).ARN!;

        // Every minute the users alternate, and the application, which reads its secret and connects, is let in.
        var users = new List<string>();
        for (var minute = 0; minute < 6; minute++)
        {
            await client.RotateSecretAsync(new RotateSecretRequest
            {
                SecretId = "app",
                RotationLambdaARN = Function,
                RotationRules = new RotationRulesType { ScheduleExpression = "rate(1 day)" },
            });
            users.Add(await ConnectAsync(client));
            await store.MoveClockAsync(store.Clock.GetUtcNow().AddMinutes(1));
        }

        Assert.Equal(["app_clone", "app", "app_clone", "app", "app_clone", "app"], users);
        Assert.Empty(await AuditAsync(serving, store, app));

        // The superuser's password is changed behind Secrets Manager's back: the schedule fails, the application goes on.
        await client.PutSecretValueAsync(new PutSecretValueRequest { SecretId = "app-master", SecretString = server.Secret("superuser", "wrong").ToJsonString() });
        await store.MoveClockAsync(store.Clock.GetUtcNow().AddDays(5));

        Assert.Equal("app", await ConnectAsync(client));
        var alarm = pager.Next();
        Assert.Equal(("late", "ALARM"), ((string?)alarm["detail"]!["alarmName"], (string?)alarm["detail"]!["state"]!["value"]));
        Assert.Contains("rotation-overdue", await AuditAsync(serving, store, app));

        // The fix is the right password; the next attempt, a day later, succeeds by itself.
        await client.PutSecretValueAsync(new PutSecretValueRequest { SecretId = "app-master", SecretString = server.SuperuserSecret().ToJsonString() });
        await store.MoveClockAsync(store.Clock.GetUtcNow().AddDays(1));

        Assert.Equal("app_clone", await ConnectAsync(client));
        Assert.Equal("OK", (string?)pager.Next()["detail"]!["state"]!["value"]);
        Assert.Empty(await AuditAsync(serving, store, app));
    }

    private static async Task<string> ConnectAsync(AmazonSecretsManagerClient client)
    {
        var value = JsonNode.Parse((await client.GetSecretValueAsync(new GetSecretValueRequest { SecretId = "app" })).SecretString!)!;
        Assert.True(await PostgreSqlServer.LetsInAsync(value));
        return (string)value["username"]!;
    }

    /// <summary>The rules about late rotations that the audit finds broken for the application's secret, at the store's own time.</summary>
    private async Task<IReadOnlyList<string>> AuditAsync(StoreServer serving, ReferenceStore store, string arn)
    {
        _tool.Environment["AWS_ACCESS_KEY_ID"] = _tool.Environment["AWS_SECRET_ACCESS_KEY"] = "development";
        var audit = await _tool.RunAsync(
        [
            "audit", "--endpoint-url", serving.Address.ToString().TrimEnd('/'), "--regions", "eu-west-1", "--format", "json",
            "--as-of", store.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ]);
        Assert.True(audit.ExitCode is 0 or 1, audit.Output + audit.Error);
        using var report = JsonDocument.Parse(_tool.Read("secretsaudit-report/report.json"));
        return
        [
            .. report.RootElement.GetProperty("result").GetProperty("findings").EnumerateArray()
                .Where(finding => finding.GetProperty("subject").GetProperty("arn").GetString() == arn)
                .Select(finding => finding.GetProperty("ruleName").GetString()!)
                .Where(rule => rule is "rotation-overdue" or "rotation-stuck"),
        ];
    }
}
