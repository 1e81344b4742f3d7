using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Turns scheduled rotation off and ends the one in progress; the rotation's configuration stays, and so does the version that it began.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CancelRotateSecret.html"/>
internal sealed class CancelRotateSecret() : Operation<CancelRotateSecret.Request, CancelRotateSecret.Response>(AwsService.SecretsManager, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        var secret = call.RequirePrimary(request.SecretId!);
        if (secret.Rotation is not { } rotation)
        {
            throw new InvalidRequestException("You can't cancel rotation for a secret that doesn't have rotation configured.");
        }

        call.Save(secret with { Rotation = rotation with { Enabled = false, NextAttempt = null, NextDue = null }, LastChanged = call.Now });
        return new() { ARN = secret.Arn, Name = secret.Name, VersionId = secret.UnfinishedVersion?.Id };
    }

    protected override void Check(Request request, Constraints check) => check.SecretId(request.SecretId).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? SecretId { get; init; }
    }

    internal sealed record Response
    {
        public required string ARN { get; init; }

        public required string Name { get; init; }

        public string? VersionId { get; init; }
    }
}
