using SecretsAudit.Store.Alarms;
using SecretsAudit.Store.Operations.Kms;
using SecretsAudit.Store.Rotation;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Trail;

namespace SecretsAudit.Store.Time;

/// <summary>Does what time alone causes: scheduled rotations, the end of recovery windows, deletions of keys.</summary>
internal sealed class DueWork(StoreServices services, Writer writer, StoreClock clock, RotationRunner rotations) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private bool _resumed;
    private DateTimeOffset _forgotten = DateTimeOffset.MinValue;

    /// <summary>Judges the alarms.</summary>
    public AlarmWatch? Alarms { get; init; }

    /// <summary>Delivers the trails' log files; null when there is nowhere to deliver to.</summary>
    public TrailDelivery? Deliveries { get; init; }

    /// <summary>How long the trail keeps events; null for ever.</summary>
    public TimeSpan? TrailRetention { get; init; }

    /// <summary>Moves the clock, stopping at each due moment so that everything happens at its own time.</summary>
    public async Task MoveClockAsync(DateTimeOffset target, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (services.State.Agenda is { IsEmpty: false } agenda && agenda.Min.At <= target)
            {
                var at = agenda.Min.At;
                if (at > clock.GetUtcNow())
                {
                    clock.MoveTo(at);
                }

                await RunAllAsync(cancellationToken).ConfigureAwait(false);
                if (services.State.Agenda is { IsEmpty: false } left && left.Min == agenda.Min)
                {
                    throw new InvalidOperationException($"What was due at {agenda.Min.At:O} for {agenda.Min.Row.Key} could not be done.");
                }
            }

            if (target > clock.GetUtcNow())
            {
                clock.MoveTo(target);
            }

            Alarms?.Judge(clock.GetUtcNow());
            if (Deliveries is { } deliveries)
            {
                await deliveries.RunAsync(clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
            }

            await writer.SubmitAsync(transaction =>
            {
                transaction.Put(new ClockRow(clock.GetUtcNow(), clock.Wall.GetUtcNow()));
                return true;
            }).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Does everything that is due now.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await RunAllAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task RunAllAsync(CancellationToken cancellationToken)
    {
        if (!_resumed)
        {
            _resumed = true;
            await ResumeAsync(cancellationToken).ConfigureAwait(false);
        }

        var now = clock.GetUtcNow();
        if (Deliveries is { } deliveries)
        {
            await deliveries.RunAsync(now, cancellationToken).ConfigureAwait(false);
        }

        if (TrailRetention is { } kept && now - _forgotten >= TimeSpan.FromDays(1))
        {
            _forgotten = now;
            await services.Trail.ForgetAsync(now - kept).ConfigureAwait(false);
        }

        foreach (var item in services.State.Agenda.TakeWhile(item => item.At <= now).ToArray())
        {
            switch (services.State.Find(item.Row))
            {
                case Secret { DeletionDate: { } due } when due <= now:
                    await DeleteAsync(item.Row, due).ConfigureAwait(false);
                    break;
                case Secret { Rotation: { Enabled: true, NextAttempt: { } attempt } } due when attempt <= now:
                    await rotations.RunAsync(new(item.Row, rotations.TokenFor(due)), cancellationToken).ConfigureAwait(false);
                    break;
                case KmsKey { DeletionDate: { } due } when due <= now:
                    await DeleteAsync(item.Row, due).ConfigureAwait(false);
                    break;
                case Parameter { Expires: { } due } when due <= now:
                    await DeleteAsync(item.Row, due).ConfigureAwait(false);
                    break;
                case KmsKey { MaterialValidTo: { } due, IsPendingImport: false } when due <= now:
                    await ExpireAsync(item.Row, due).ConfigureAwait(false);
                    break;
                case KmsKey { RotationDue: { } due } when due <= now:
                    await RotateAsync(item.Row, due).ConfigureAwait(false);
                    break;
                default:
                    break;
            }
        }

        Alarms?.Judge(now);
    }

    // Rotations that the end of an earlier process interrupted go on with the version they worked towards.
    private async Task ResumeAsync(CancellationToken cancellationToken)
    {
        var interrupted = services.State.Regions.SelectMany(region => region.Secrets).Where(secret => secret.Rotation is { Enabled: true, PendingToken: not null }).ToList();
        foreach (var secret in interrupted)
        {
            await rotations.RunAsync(new(secret.Id, secret.Rotation!.PendingToken!), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RotateAsync(RowId id, DateTimeOffset due)
    {
        var rotated = await writer.SubmitAsync(transaction =>
        {
            if (transaction.Find(id) is not KmsKey key || key.RotationDue != due)
            {
                return null;
            }

            var next = key.WithNewMaterial(services.Envelope.NewKeyMaterial(key.Arn), due, onDemand: false) with { RotationEnabledAt = due };
            transaction.Put(next);
            return next;
        }).ConfigureAwait(false);
        if (rotated is not null)
        {
            // https://docs.aws.amazon.com/kms/latest/developerguide/ct-rotatekey.html
            services.Trail.Record(new()
            {
                EventId = services.Identifiers.Uuid(),
                At = clock.GetUtcNow(),
                Account = rotated.Account,
                Region = rotated.Region,
                Source = "kms.amazonaws.com",
                Name = "RotateKey",
                ReadOnly = false,
                Identity = TrailIdentity.Service(rotated.Account) with { InvokedBy = "AWS Internal", SourceIp = "AWS Internal", UserAgent = "AWS Internal" },
                Resources = [new(KeyAccess.ResourceType, rotated.Arn)],
                IsServiceEvent = true,
            });
        }
    }

    // https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys-conceptual.html: expired material is gone; the key waits for it.
    private Task<bool> ExpireAsync(RowId id, DateTimeOffset due) => writer.SubmitAsync(transaction =>
    {
        if (transaction.Find(id) is KmsKey key && key.MaterialValidTo == due)
        {
            transaction.Put(key.WithoutImportedMaterial());
        }

        return true;
    });

    private async Task DeleteAsync(RowId id, DateTimeOffset due)
    {
        var deleted = await writer.SubmitAsync(transaction =>
        {
            // Looked up again on the writer: it may have been restored meanwhile.
            var row = transaction.Find(id);
            var stillDue = row switch
            {
                Secret secret => secret.DeletionDate == due,
                KmsKey key => key.DeletionDate == due,
                Parameter parameter => parameter.Expires == due,
                _ => false,
            };
            if (stillDue)
            {
                transaction.Delete(id);
            }

            if (stillDue && row is KmsKey deletedKey)
            {
                foreach (var alias in transaction.Published.Region(deletedKey.Account, deletedKey.Region).Aliases.Where(alias => alias.TargetKeyId == deletedKey.KeyId))
                {
                    transaction.Delete(alias.Id);
                }
            }

            return stillDue ? row : null;
        }).ConfigureAwait(false);
        if (deleted is Secret gone)
        {
            services.Trail.Record(SecretServiceEvent.Of(SecretServiceEvent.EndDelete, gone, services.Identifiers.Uuid(), clock.GetUtcNow()));
        }
    }
}
