using System.Collections.Concurrent;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Time;
using SecretsAudit.Store.Trail;

namespace SecretsAudit.Store.Rotation;

/// <summary>
/// Runs one rotation's four steps, one rotation of a secret at a time. A failure leaves AWSCURRENT as it was and the due date in the past;
/// the next attempt goes on with the version that the failed one staged.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda-functions.html"/>
internal sealed class RotationRunner(StoreServices services, Writer writer, StoreClock clock)
{
    private static readonly string[] Steps = ["createSecret", "setSecret", "testSecret", "finishSecret"];
    private static readonly string[] TestSteps = ["testSecret"];
    private static readonly TimeSpan RetryAfter = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<RowId, bool> _running = new();

    /// <summary>What rotates secrets that an AWS service manages; no Lambda function is involved.</summary>
    /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_managed.html"/>
    public RotationFunction? ManagedRotation { get; set; }

    /// <summary>The token of a scheduled attempt: the staged version's, when an earlier attempt left one.</summary>
    public string TokenFor(Secret secret) =>
        secret.Rotation?.PendingToken
        ?? secret.UnfinishedVersion?.Id ?? services.Identifiers.Uuid();

    public async Task RunAsync(RotationOrder order, CancellationToken cancellationToken)
    {
        if (!_running.TryAdd(order.Secret, true))
        {
            return;
        }

        try
        {
            if (services.State.Find(order.Secret) is Secret { Rotation: { } rotation } secret)
            {
                await RotateAsync(order, secret, rotation, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _running.TryRemove(order.Secret, out _);
        }
    }

    private async Task RotateAsync(RotationOrder order, Secret secret, RotationSettings rotation, CancellationToken cancellationToken)
    {
        // A rotation that failed is tried again with the version that it had announced.
        if (secret.UnfinishedVersion is { } announced)
        {
            order = order with { Token = announced.Id };
        }
        else if (secret.Version(order.Token) is null)
        {
            await ChangeAsync(order, waiting => waiting.AddVersion(
                new() { Key = new(order.Token), Stages = [], Created = clock.GetUtcNow(), IsEmpty = true }, [StagingLabels.Pending])).ConfigureAwait(false);
        }

        Record(secret, order.TestOnly ? "TestRotationStarted" : "RotationStarted", null);
        try
        {
            var function = (rotation.FunctionArn is { } arn ? services.RotationFunctions.Find(arn) : ManagedRotation)
                ?? throw new InvalidOperationException("Secrets Manager cannot invoke the rotation function.");
            var rotationToken = Guid.NewGuid().ToString("D");
            foreach (var step in order.TestOnly ? TestSteps : Steps)
            {
                if (services.State.Find(order.Secret) is not Secret { Rotation.Enabled: true, DeletionDate: null })
                {
                    // Cancelled or deleted meanwhile: the steps that are left must not run.
                    await ChangeAsync(order, left => left with { Rotation = left.Rotation! with { PendingToken = null } }).ConfigureAwait(false);
                    Record(secret, "RotationAbandoned", null);
                    return;
                }

                await function(new(step, secret.Arn, order.Token) { RotationToken = rotationToken }, cancellationToken).ConfigureAwait(false);
            }
        }
#pragma warning disable CA1031 // a rotation function is foreign code: its failure is a fact about the secret, recorded as one
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            await FailAsync(order, failure is RotationFailedException told ? told.Message : $"{failure.GetType().Name} in the rotation function.").ConfigureAwait(false);
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
                Rotation = rotated.Rotation! with { NextAttempt = window?.Opens, NextDue = window?.Closes, PendingToken = null },
            };
        }).ConfigureAwait(false);
        Record(secret, "RotationSucceeded", null);
    }

    private async Task FailAsync(RotationOrder order, string reason)
    {
        await ChangeAsync(order, failed => failed with
        {
            Versions = order.TestOnly ? failed.Versions.RemoveAll(version => version.Id == order.Token && version.IsEmpty) : failed.Versions,
            Rotation = failed.Rotation! with
            {
                PendingToken = null,
                NextAttempt = order.TestOnly || (failed.Rotation.NextAttempt is null && failed.HolderOf(StagingLabels.Pending) is null)
                    ? failed.Rotation.NextAttempt
                    : clock.GetUtcNow() + RetryAfter,
            },
        }).ConfigureAwait(false);
        if (services.State.Find(order.Secret) is Secret secret)
        {
            Record(secret, order.TestOnly ? "TestRotationFailed" : "RotationFailed", reason);
        }
    }

    private Task<bool> ChangeAsync(RotationOrder order, Func<Secret, Secret> change) => writer.SubmitAsync(transaction =>
    {
        if (transaction.Find(order.Secret) is Secret { Rotation: not null } secret)
        {
            transaction.Put(change(secret));
        }

        return true;
    });

    private void Record(Secret secret, string name, string? reason) =>
        services.Trail.Record(SecretServiceEvent.Of(name, secret, services.Identifiers.Uuid(), clock.GetUtcNow(), reason));
}
