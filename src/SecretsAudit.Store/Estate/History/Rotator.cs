using SecretsAudit.Store.Estate.Company;
using SecretsAudit.Store.Estate.Plans;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Rotation;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Estate.History;

/// <summary>The company's rotation functions.</summary>
internal sealed class Rotator(ReferenceStore store, Staff staff)
{
    private readonly Dictionary<string, (SecretPlan Plan, string Current)> _versions = [];

    /// <summary>The function that a secret's kind needs; the store knows it from now on.</summary>
    public string FunctionFor(SecretPlan secret)
    {
        var arn = $"arn:aws:lambda:{secret.Rotation?.FunctionRegion ?? secret.Place.Region}:{secret.Place.Environment.Id}:function:{secret.Rotation?.FunctionName ?? $"rotate-{secret.Kind.RotationFunction}"}";
        store.RotationFunctions.Register(arn, RotateAsync);
        return arn;
    }

    /// <summary>Notes a secret's first version.</summary>
    public void Note(SecretPlan secret, string arn, string version) => _versions[arn] = (secret, version);

    private async Task RotateAsync(RotationStep step, CancellationToken cancellationToken)
    {
        var (plan, current) = _versions[step.SecretId];

        // A broken function gives up and leaves the present version current; Secrets Manager sees that nothing was rotated.
        if (plan.Rotation is { } rotation && IsBroken(rotation))
            return;

        var caller = staff[plan.Place.Environment, Staff.Rotator];
        switch (step.Step)
        {
            case "createSecret":
                var dice = Dice.For(step.SecretId, step.ClientRequestToken);
                await store.InvokeAsync(caller, plan.Place.Region, new PutSecretValue.Request
                {
                    SecretId = step.SecretId,
                    ClientRequestToken = step.ClientRequestToken,
                    SecretString = SampleValue.Text(plan, dice),
                    SecretBinary = SampleValue.Binary(plan, dice),
                    VersionStages = [StagingLabels.Pending],
                }, cancellationToken);
                break;
            case "finishSecret":
                await store.InvokeAsync(caller, plan.Place.Region, new UpdateSecretVersionStage.Request
                {
                    SecretId = step.SecretId,
                    VersionStage = StagingLabels.Current,
                    MoveToVersionId = step.ClientRequestToken,
                    RemoveFromVersionId = current,
                }, cancellationToken);
                _versions[step.SecretId] = (plan, step.ClientRequestToken);
                break;
            default:
                // setSecret and testSecret happen in the database, which this estate does not have.
                break;
        }
    }

    private bool IsBroken(RotationPlan rotation) =>
        store.Clock.GetUtcNow() is var now && now >= rotation.BrokenSince && !(now >= rotation.Repaired);
}
