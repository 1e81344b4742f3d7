using System.Text.Json.Nodes;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Rotation;
using SecretsAudit.Store.Rotation.PostgreSql;

namespace SecretsAudit.Store.Tests.Rotation;

/// <summary>Against a real server: what an application that reads its secret and connects lives through.</summary>
/// <remarks>https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotation-strategy.html</remarks>
public sealed class PostgreSqlRotationTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>
{
    private const string Function = "arn:aws:lambda:eu-west-1:123456789012:function:rotate";

    [Fact]
    public async Task No_login_fails_through_200_rotations_with_alternating_users()
    {
        await using var store = await TestStore.OpenAsync();
        store.Store.RotationFunctions.Register(Function, PostgreSqlRotation.AlternatingUsers(store.Store));
        var secret = await SecretAsync(store, "alternating", withSuperuser: true);
        var (logins, refused) = (0, 0);
        using var stop = new CancellationTokenSource();
        var client = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                refused += await PostgreSqlServer.LetsInAsync(await ValueAsync(store, secret)) ? 0 : 1;
                Interlocked.Increment(ref logins);
            }
        });

        for (var i = 0; i < 200; i++)
        {
            await store.Do(new RotateSecret.Request { SecretId = secret, RotationLambdaARN = Function });

            // The strategy keeps a value good until the rotation after the next begins: a client that read one must have connected by then.
            var seen = Volatile.Read(ref logins);
            while (Volatile.Read(ref logins) == seen && !client.IsCompleted)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1));
            }
        }

        await stop.CancelAsync();
        await client;
        var described = await store.Do(new DescribeSecret.Request { SecretId = secret });
        Assert.Equal(0, refused);
        Assert.True(logins >= 200);
        Assert.Equal("alternating", (string?)(await ValueAsync(store, secret))["username"]);
        Assert.Equal(TestStore.Start, described.LastRotatedDate);
    }

    [Fact]
    public async Task A_single_users_login_fails_only_between_setSecret_and_finishSecret()
    {
        await using var store = await TestStore.OpenAsync();
        var inside = 0;
        var rotate = PostgreSqlRotation.SingleUser(store.Store);
        store.Store.RotationFunctions.Register(Function, async (step, cancellationToken) =>
        {
            Interlocked.Add(ref inside, step.Step == "setSecret" ? 1 : 0);
            await rotate(step, cancellationToken);
            Interlocked.Add(ref inside, step.Step == "finishSecret" ? 1 : 0);
        });
        var secret = await SecretAsync(store, "single", withSuperuser: false);
        using var stop = new CancellationTokenSource();

        // An odd number says that the moment lasts; a changed one, that it came or went during the login.
        var refusedOutside = 0;
        var client = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var before = Volatile.Read(ref inside);
                if (!await PostgreSqlServer.LetsInAsync(await ValueAsync(store, secret)) && before % 2 == 0 && before == Volatile.Read(ref inside))
                {
                    refusedOutside++;
                }
            }
        });
        for (var i = 0; i < 50; i++)
        {
            await store.Do(new RotateSecret.Request { SecretId = secret, RotationLambdaARN = Function });
        }

        await stop.CancelAsync();
        await client;
        Assert.Equal(0, refusedOutside);
        Assert.True(await PostgreSqlServer.LetsInAsync(await ValueAsync(store, secret)));
    }

    [Fact]
    public async Task A_rotation_that_cannot_reach_the_superuser_leaves_the_login_usable_and_succeeds_after_the_fix()
    {
        await using var store = await TestStore.OpenAsync();
        store.Store.RotationFunctions.Register(Function, PostgreSqlRotation.AlternatingUsers(store.Store));
        var secret = await SecretAsync(store, "repaired", withSuperuser: true);
        await store.Do(new UpdateSecret.Request { SecretId = "repaired-master", SecretString = server.Secret("superuser", "wrong").ToJsonString() });

        await store.Do(new RotateSecret.Request { SecretId = secret, RotationLambdaARN = Function, RotationRules = new() { AutomaticallyAfterDays = 30 } });
        Assert.Equal(0, (await store.Do(new DescribeSecret.Request { SecretId = secret })).VersionIdsToStages!.Values.Count(stages => stages.Contains("AWSPREVIOUS")));
        Assert.True(await PostgreSqlServer.LetsInAsync(await ValueAsync(store, secret)));

        await store.Do(new UpdateSecret.Request { SecretId = "repaired-master", SecretString = server.SuperuserSecret().ToJsonString() });
        await store.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal("repaired_clone", (string?)(await ValueAsync(store, secret))["username"]);
        Assert.True(await PostgreSqlServer.LetsInAsync(await ValueAsync(store, secret)));
    }

    private async Task<string> SecretAsync(TestStore store, string user, bool withSuperuser)
    {
        await server.ExecuteAsync($"CREATE ROLE {user} WITH LOGIN PASSWORD 'first'");
        var value = server.Secret(user, "first");
        if (withSuperuser)
        {
            var master = await store.Do(new CreateSecret.Request { Name = user + "-master", SecretString = server.SuperuserSecret().ToJsonString() });
            value["masterarn"] = master.ARN;
        }

        return (await store.Do(new CreateSecret.Request { Name = user, SecretString = value.ToJsonString() })).ARN!;
    }

    private static async Task<JsonNode> ValueAsync(TestStore store, string secret) =>
        JsonNode.Parse((await store.Do(new GetSecretValue.Request { SecretId = secret })).SecretString!)!;
}
