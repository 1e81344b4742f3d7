using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Removes a secret's resource policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteResourcePolicy.html"/>
internal sealed class DeleteResourcePolicy() : Operation<DeleteResourcePolicy.Request, SecretIdentity>(AwsService.SecretsManager, writes: true)
{
    public override SecretIdentity Handle(Request request, Call call)
    {
        var secret = call.RequirePrimary(request.SecretId!);
        call.Save(secret with { Policy = null });
        return SecretIdentity.Of(secret);
    }

    protected override void Check(Request request, Constraints check) => check.SecretId(request.SecretId).ThrowIfBroken();

    internal sealed record Request : IRequest<SecretIdentity>
    {
        public string? SecretId { get; init; }
    }
}
