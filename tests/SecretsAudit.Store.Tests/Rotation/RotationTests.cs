using SecretsAudit.Store.Operations.CloudTrail;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Rotation;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Rotation;

/// <summary>Retry, lock and abandonment.</summary>
/// <remarks>https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html</remarks>
public sealed class RotationTests
{
    private const string Function = "arn:aws:lambda:eu-west-1:123456789012:function:rotate";

    [Fact]
    public async Task An_attempt_after_a_failure_goes_on_with_the_version_that_was_staged()
    {
        await using var store = await TestStore.OpenAsync();
        var tokens = new List<string>();
        var broken = true;
        store.Store.RotationFunctions.Register(Function, async (step, _) =>
        {
            tokens.Add(step.ClientRequestToken);
            await StepAsync(store, step, broken && step.Step == "testSecret");
        });
        await store.Do(new CreateSecret.Request { Name = "s", SecretString = "old" });
        await store.Do(new RotateSecret.Request { SecretId = "s", RotationLambdaARN = Function, RotationRules = new() { AutomaticallyAfterDays = 30 } });
        Assert.Equal("old", (await store.Do(new GetSecretValue.Request { SecretId = "s" })).SecretString);

        broken = false;
        await store.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal("new", (await store.Do(new GetSecretValue.Request { SecretId = "s" })).SecretString);
        Assert.Single(tokens.Distinct());
        Assert.Equal(["RotationFailed", "RotationStarted", "RotationStarted", "RotationSucceeded"], (await EventsAsync(store)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_second_rotation_is_refused_while_one_is_in_progress()
    {
        await using var store = await TestStore.OpenAsync();
        Task<RotateSecret.Response>? second = null;
        store.Store.RotationFunctions.Register(Function, async (step, _) =>
        {
            second ??= store.Do(new RotateSecret.Request { SecretId = "s", RotationLambdaARN = Function });
            await Task.WhenAny(second);
            await StepAsync(store, step, fails: false);
        });
        await store.Do(new CreateSecret.Request { Name = "s", SecretString = "old" });

        await store.Do(new RotateSecret.Request { SecretId = "s", RotationLambdaARN = Function });

        var refusal = await Assert.ThrowsAsync<InvalidRequestException>(() => second!);
        Assert.Equal("A previous rotation isn't complete. That rotation will be reattempted.", refusal.Message);
        Assert.Equal("new", (await store.Do(new GetSecretValue.Request { SecretId = "s" })).SecretString);
    }

    [Fact]
    public async Task A_rotation_that_is_cancelled_in_progress_is_abandoned_before_its_next_step()
    {
        await using var store = await TestStore.OpenAsync();
        var steps = new List<string>();
        store.Store.RotationFunctions.Register(Function, async (step, _) =>
        {
            steps.Add(step.Step);
            await store.Do(new CancelRotateSecret.Request { SecretId = "s" });
        });
        await store.Do(new CreateSecret.Request { Name = "s", SecretString = "old" });

        await store.Do(new RotateSecret.Request { SecretId = "s", RotationLambdaARN = Function });

        Assert.Equal(["createSecret"], steps);
        Assert.Contains("RotationAbandoned", await EventsAsync(store));
    }

    [Fact]
    public async Task A_rotation_that_a_crash_interrupted_goes_on_after_the_restart()
    {
        using var folder = new Journal.TemporaryFolder();
        var options = new StoreOptions { DataDirectory = folder.Path, StartAt = TestStore.Start, Ticking = false };
        string? token;
        await using (var store = await TestStore.OpenAsync(options))
        {
            using var crash = new CancellationTokenSource();
            store.Store.RotationFunctions.Register(Function, (_, _) => throw new OperationCanceledException(crash.Token));
            await store.Do(new CreateSecret.Request { Name = "s", SecretString = "old" });
            await crash.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                store.Store.InvokeAsync(store.Root, TestStore.Region, new RotateSecret.Request { SecretId = "s", RotationLambdaARN = Function }, crash.Token));
            token = store.Store.State.Secret(TestStore.Account, TestStore.Region, "s")!.Rotation!.PendingToken;
        }

        await using var reopened = await TestStore.OpenAsync(options);
        var seen = new List<string>();
        reopened.Store.RotationFunctions.Register(Function, async (step, _) =>
        {
            seen.Add(step.ClientRequestToken);
            await StepAsync(reopened, step, fails: false);
        });
        await reopened.Store.RunDueWorkAsync(CancellationToken.None);

        Assert.Equal([token!], seen.Distinct());
        Assert.Equal("new", (await reopened.Do(new GetSecretValue.Request { SecretId = "s" })).SecretString);
    }

    private static async Task StepAsync(TestStore store, RotationStep step, bool fails)
    {
        if (fails)
        {
            throw new RotationFailedException("Broken for now.");
        }

        var described = await store.Do(new DescribeSecret.Request { SecretId = step.SecretId });
        if (step.Step == "createSecret" && !await HasValueAsync(store, step))
        {
            await store.Do(new PutSecretValue.Request { SecretId = step.SecretId, ClientRequestToken = step.ClientRequestToken, SecretString = "new", VersionStages = ["AWSPENDING"] });
        }

        if (step.Step == "finishSecret")
        {
            await store.Do(new UpdateSecretVersionStage.Request
            {
                SecretId = step.SecretId,
                VersionStage = "AWSCURRENT",
                MoveToVersionId = step.ClientRequestToken,
                RemoveFromVersionId = described.VersionIdsToStages!.First(pair => pair.Value.Contains("AWSCURRENT")).Key,
            });
        }
    }

    // As AWS's own rotation templates ask: the version is announced before the function runs, and has no value until it puts one.
    private static async Task<bool> HasValueAsync(TestStore store, RotationStep step)
    {
        try
        {
            await store.Do(new GetSecretValue.Request { SecretId = step.SecretId, VersionId = step.ClientRequestToken, VersionStage = "AWSPENDING" });
            return true;
        }
        catch (ResourceNotFoundException)
        {
            return false;
        }
    }

    private static async Task<IEnumerable<string>> EventsAsync(TestStore store) =>
        (await store.Do(new LookupEvents.Request())).Events.Select(happened => happened.EventName).Where(name => name.StartsWith("Rotation", StringComparison.Ordinal));
}
