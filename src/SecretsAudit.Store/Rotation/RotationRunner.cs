using SecretsAudit.Store.State;
using SecretsAudit.Store.Time;
using SecretsAudit.Store.Trail;

namespace SecretsAudit.Store.Rotation;

/// <summary>Runs one rotation's four steps; a failure leaves AWSCURRENT as it was and the due date in the past.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html"/>
internal sealed class RotationRunner(StoreServices services, Writer writer, StoreClock clock)
{
    private static readonly string[] Steps = ["createSecret", "setSecret", "testSecret", "finishSecret"];
    private static readonly string[] TestSteps = ["testSecret"];
    private static readonly TimeSpan RetryAfter = TimeSpan.FromDays(1);

    /// <summary>What rotates secrets that an AWS service manages; no Lambda function is involved.</summary>
    /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_managed.html"/>
    public RotationFunction? ManagedRotation { get; set; }

    public async Task RunAsync(RotationOrder order, CancellationToken cancellationToken)
    {
        if (services.State.Find(order.Secret) is not Secret { Rotation: { } rotation } secret)
        {
            return;
        }

        // A rotation that failed is tried again with the version that it had announced.
        var announced = secret.HolderOf(StagingLabels.Pending) is { } pending && !pending.Stages.Contains(StagingLabels.Current) ? pending : null;
        if (announced is not null)
        {
            order = order with { Token = announced.Id };
        }
        else if (secret.Version(order.Token) is null)
        {
            await ChangeAsync(order, waiting => waiting.AddVersion(
                new() { Id = order.Token, Stages = [], Created = clock.GetUtcNow(), IsEmpty = true }, [StagingLabels.Pending])).ConfigureAwait(false);
        }

        Record(secret, order.TestOnly ? "TestRotationStarted" : "RotationStarted", null);
        try
        {
            var function = (rotation.FunctionArn is { } arn ? services.RotationFunctions.Find(arn) : ManagedRotation)
                ?? throw new InvalidOperationException("Secrets Manager cannot invoke the rotation function.");
            foreach (var step in order.TestOnly ? TestSteps : Steps)
            {
                await function(new(step, secret.Arn, order.Token), cancellationToken).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // a rotation function is foreign code: its failure is a fact about the secret, recorded as one
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            await FailAsync(order, $"{failure.GetType().Name} in the rotation function.").ConfigureAwait(false);
            return;
        }

        if (order.TestOnly)
        {
            await ChangeAsync(order, tested => tested with
            {
                Versions = tested.Versions.RemoveAll(version => version.Id == order.Token && version.IsEmpty),
            }).ConfigureAwait(false);
            Record(secret, "TestRotationSucceeded", null);
            return;
        }

        if ((services.State.Find(order.Secret) as Secret)?.HolderOf(StagingLabels.Current)?.Id != order.Token)
        {
            await FailAsync(order, "The function ended without making its version current.").ConfigureAwait(false);
            return;
        }

        await ChangeAsync(order, rotated =>
        {
            var window = RotationSchedule.Next(rotated.Rotation!, clock.GetUtcNow());
            return rotated with
            {
                LastRotated = clock.GetUtcNow(),
                Rotation = rotated.Rotation! with { NextAttempt = window?.Opens, NextDue = window?.Closes },
            };
        }).ConfigureAwait(false);
        Record(secret, "RotationSucceeded", null);
    }

    private async Task FailAsync(RotationOrder order, string reason)
    {
        await ChangeAsync(order, failed => failed with
        {
            Versions = order.TestOnly ? failed.Versions.RemoveAll(version => version.Id == order.Token && version.IsEmpty) : failed.Versions,
            Rotation = failed.Rotation! with { NextAttempt = failed.Rotation.NextAttempt is null ? null : clock.GetUtcNow() + RetryAfter },
        }).ConfigureAwait(false);
        if (services.State.Find(order.Secret) is Secret secret)
        {
            Record(secret, order.TestOnly ? "TestRotationFailed" : "RotationFailed", reason);
        }
    }

    private Task<bool> ChangeAsync(RotationOrder order, Func<Secret, Secret> change) => writer.SubmitAsync(transaction =>
    {
        var key = (Secret?)services.State.Find(order.Secret);
        if (key is not null && transaction.Secret(key.Account, key.Region, key.Name) is { Rotation: not null } secret)
        {
            transaction.Put(change(secret));
        }

        return true;
    });

    private void Record(Secret secret, string name, string? reason) => services.Trail.Record(new()
    {
        EventId = services.Identifiers.Uuid(),
        At = clock.GetUtcNow(),
        Account = secret.Account,
        Region = secret.Region,
        Source = "secretsmanager.amazonaws.com",
        Name = name,
        ReadOnly = false,
        Identity = TrailIdentity.Service(secret.Account),
        ErrorCode = reason is null ? null : "RotationFailed",
        ErrorMessage = reason,
        Resources = [new(Operations.SecretsManager.SecretAccess.ResourceType, secret.Arn)],
        IsServiceEvent = true,
    });
}
