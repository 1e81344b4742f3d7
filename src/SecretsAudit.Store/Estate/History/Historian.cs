using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Estate.Company;
using SecretsAudit.Store.Estate.Plans;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Estate.History;

/// <summary>Lets the estate's history happen: moves the store's clock from moment to moment and makes the calls that people made.</summary>
internal sealed class Historian(ReferenceStore store, Staff staff, KeyRing keys)
{
    private readonly Rotator _rotator = new(store, staff);
    private readonly Dictionary<SecretPlan, string> _arns = new(ReferenceEqualityComparer.Instance);

    /// <summary>The secrets' ARNs, by plan.</summary>
    public IReadOnlyDictionary<SecretPlan, string> Arns => _arns;

    /// <summary>Everything, in order.</summary>
    public async Task TellAsync(IEnumerable<Moment> chronicle, CancellationToken cancellationToken)
    {
        foreach (var moment in chronicle)
        {
            if (moment.At > store.Clock.GetUtcNow())
                await store.MoveClockAsync(moment.At, cancellationToken);
            await HappenAsync(moment.Secret, moment.Act, cancellationToken);
        }
    }

    private Task HappenAsync(SecretPlan secret, Act act, CancellationToken cancellationToken)
    {
        var pipeline = staff[secret.Place.Environment, Staff.Pipeline];
        var region = secret.Place.Region;
        var name = secret.Name;
        return act switch
        {
            Act.Create => CreateAsync(secret, pipeline, cancellationToken),
            Act.AttachPolicy => store.InvokeAsync(pipeline, region, new PutResourcePolicy.Request { SecretId = name, ResourcePolicy = secret.Policy }, cancellationToken),
            Act.EnableRotation => store.InvokeAsync(pipeline, region, EnableRotation(secret, secret.Rotation!), cancellationToken),
            Act.RotateByHand => RotateByHandAsync(secret, pipeline, cancellationToken),
            Act.CancelRotation => store.InvokeAsync(pipeline, region, new CancelRotateSecret.Request { SecretId = name }, cancellationToken),
            Act.Read read => store.InvokeAsync(staff[secret.Place.Environment, read.Reader], read.Region, new GetSecretValue.Request { SecretId = name }, cancellationToken),
            Act.Put put => PutAsync(secret, put.Stage, pipeline, cancellationToken),
            Act.AskInVain ask => AskInVainAsync(secret, ask.Reader, cancellationToken),
            Act.DropReplicas => store.InvokeAsync(pipeline, region, new RemoveRegionsFromReplication.Request { SecretId = name, RemoveReplicaRegions = [.. secret.ReplicaRegions] }, cancellationToken),
            Act.Delete => store.InvokeAsync(pipeline, region, new DeleteSecret.Request { SecretId = name, RecoveryWindowInDays = 30 }, cancellationToken),
            _ => throw new InvalidOperationException($"Nobody knows how to {act.GetType().Name}."),
        };
    }

    private async Task PutAsync(SecretPlan secret, string stage, Caller pipeline, CancellationToken cancellationToken)
    {
        var dice = Dice.For("put", secret.Name, secret.Place.Region, stage);
        await store.InvokeAsync(pipeline, secret.Place.Region, new PutSecretValue.Request
        {
            SecretId = secret.Name,
            ClientRequestToken = dice.Uuid(),
            SecretString = SampleValue.Text(secret, dice),
            SecretBinary = SampleValue.Binary(secret, dice),
            VersionStages = [stage],
        }, cancellationToken);
    }

    private async Task AskInVainAsync(SecretPlan secret, string reader, CancellationToken cancellationToken)
    {
        try
        {
            await store.InvokeAsync(staff[secret.Place.Environment, reader], secret.Place.Region, new GetSecretValue.Request { SecretId = secret.Name }, cancellationToken);
        }
        catch (AwsException)
        {
            // The refusal is what the plan wants in the trail.
            return;
        }

        throw new InvalidOperationException($"{reader} was to be refused {secret.Name}, and was not.");
    }

    // A rotation that failed keeps AWSPENDING, and Secrets Manager refuses another one until somebody takes the label off.
    private async Task RotateByHandAsync(SecretPlan secret, Caller pipeline, CancellationToken cancellationToken)
    {
        var region = secret.Place.Region;
        var described = await store.InvokeAsync(pipeline, region, new DescribeSecret.Request { SecretId = secret.Name }, cancellationToken);
        var pending = described.VersionIdsToStages?.FirstOrDefault(pair => pair.Value.Contains(StagingLabels.Pending) && !pair.Value.Contains(StagingLabels.Current)).Key;
        if (pending is not null)
        {
            await store.InvokeAsync(
                pipeline,
                region,
                new UpdateSecretVersionStage.Request { SecretId = secret.Name, VersionStage = StagingLabels.Pending, RemoveFromVersionId = pending },
                cancellationToken);
        }

        await store.InvokeAsync(pipeline, region, new RotateSecret.Request { SecretId = secret.Name }, cancellationToken);
    }

    private async Task CreateAsync(SecretPlan secret, Caller pipeline, CancellationToken cancellationToken)
    {
        var dice = Dice.For("value", secret.Name, secret.Place.Region);
        var version = dice.Uuid();
        var created = await store.InvokeAsync(pipeline, secret.Place.Region, new CreateSecret.Request
        {
            Name = secret.Name,
            ClientRequestToken = version,
            Description = secret.Description,
            KmsKeyId = await keys.NameAsync(secret.Key, secret.Place, cancellationToken),
            SecretString = secret.HasValue ? SampleValue.Text(secret, dice) : null,
            SecretBinary = secret.HasValue ? SampleValue.Binary(secret, dice) : null,
            Tags = Tags(secret),
            AddReplicaRegions = secret.ReplicaRegions.Count == 0 ? null : [.. secret.ReplicaRegions.Select(region => Replica(secret, region))],
        }, cancellationToken);
        _arns[secret] = created.ARN!;
        _rotator.Note(secret, created.ARN!, version);
    }

    private RotateSecret.Request EnableRotation(SecretPlan secret, RotationPlan rotation) => new()
    {
        SecretId = secret.Name,
        RotateImmediately = !rotation.IsDeferred,
        RotationLambdaARN = _rotator.FunctionFor(secret),
        RotationRules = new() { AutomaticallyAfterDays = rotation.Days, ScheduleExpression = rotation.Expression, Duration = rotation.Window },
    };

    private static ReplicaRegion Replica(SecretPlan secret, string region) => new()
    {
        Region = region,
        KmsKeyId = secret.ReplicasUnderManagedKey.Contains(region) ? null : CustomerKeys.General(secret.Place.Environment),
    };

    private static WireTag[]? Tags(SecretPlan secret) => !secret.HasTags ? null :
    [
        new() { Key = secret.OwnerTag, Value = secret.Team.Mail },
        new() { Key = "environment", Value = secret.Place.Environment.Code },
        new() { Key = "service", Value = secret.Service },
        new() { Key = "data-classification", Value = secret.Kind.Classification },
        new() { Key = "cost-center", Value = secret.Team.CostCenter },
    ];
}
