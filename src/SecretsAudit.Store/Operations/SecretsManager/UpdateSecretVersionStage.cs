using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Attaches a staging label to a version, moves it, or removes it.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html"/>
internal sealed class UpdateSecretVersionStage()
    : Operation<UpdateSecretVersionStage.Request, SecretIdentity>(AwsService.SecretsManager, writes: true)
{
    public override SecretIdentity Handle(Request request, Call call)
    {
        var secret = call.RequirePrimary(request.SecretId!, new KeyValuePair<string, string>("secretsmanager:VersionStage", request.VersionStage!));
        var stage = request.VersionStage!;
        var holder = secret.HolderOf(stage)?.Id;
        RequireVersion(secret, request.MoveToVersionId);
        RequireVersion(secret, request.RemoveFromVersionId);

        if (request.RemoveFromVersionId is { } from && from != holder)
        {
            throw new InvalidParameterException($"The staging label {stage} is not attached to version {from}.");
        }

        // The caller must name the present holder, so a stale client cannot steal a label that has moved.
        if (holder is not null && holder != request.MoveToVersionId && request.RemoveFromVersionId is null)
        {
            throw new InvalidParameterException(
                $"The parameter RemoveFromVersionId can't be empty. Staging label {stage} is currently attached to version {holder}, so you must explicitly reference that version in RemoveFromVersionId.");
        }

        if (request.MoveToVersionId is null && stage == StagingLabels.Current)
        {
            throw new InvalidParameterException($"You can only move staging label {StagingLabels.Current} to a different secret version. It can’t be completely removed.");
        }

        var changed = request.MoveToVersionId is { } target ? secret.Attach(stage, target) : secret.Detach(stage);
        if (!ReferenceEquals(changed, secret))
        {
            call.Save(changed with { LastChanged = call.Now });
        }

        return SecretIdentity.Of(secret);
    }

    protected override void Check(Request request, Constraints check) => check
        .SecretId(request.SecretId)
        .Required(request.VersionStage, "versionStage").Length(request.VersionStage, "versionStage", 1, 256)
        .Length(request.RemoveFromVersionId, "removeFromVersionId", 32, 64).Length(request.MoveToVersionId, "moveToVersionId", 32, 64)
        .ThrowIfBroken();

    private static void RequireVersion(Secret secret, string? versionId)
    {
        if (versionId is not null && secret.Version(versionId) is null)
        {
            throw ResourceNotFoundException.Version(versionId);
        }
    }

    internal sealed record Request : IRequest<SecretIdentity>, INamesSecret
    {
        public string? SecretId { get; init; }

        public string? VersionStage { get; init; }

        public string? RemoveFromVersionId { get; init; }

        public string? MoveToVersionId { get; init; }
    }
}
