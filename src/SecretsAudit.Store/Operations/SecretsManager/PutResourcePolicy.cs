using SecretsAudit.Iam;
using SecretsAudit.Store.Access;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Attaches a resource policy to a secret, in place of the one it has.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html"/>
internal sealed class PutResourcePolicy() : Operation<PutResourcePolicy.Request, SecretIdentity>(AwsService.SecretsManager, writes: true)
{
    public override SecretIdentity Handle(Request request, Call call)
    {
        var blockPublic = request.BlockPublicPolicy ?? false;
        var secret = call.RequirePrimary(request.SecretId!, new KeyValuePair<string, string>("secretsmanager:BlockPublicPolicy", blockPublic ? "true" : "false"));
        if (ResourcePolicies.Problem(request.ResourcePolicy!, PolicyKind.Secret) is not null)
        {
            throw new MalformedPolicyDocumentException();
        }

        if (blockPublic && ResourcePolicies.IsPublic(request.ResourcePolicy!))
        {
            throw new PublicPolicyException();
        }

        call.Save(secret with { Policy = request.ResourcePolicy });
        return SecretIdentity.Of(secret);
    }

    protected override void Check(Request request, Constraints check) => check
        .SecretId(request.SecretId)
        .Required(request.ResourcePolicy, "resourcePolicy").Length(request.ResourcePolicy, "resourcePolicy", 1, 20480)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<SecretIdentity>, INamesSecret
    {
        public string? SecretId { get; init; }

        public string? ResourcePolicy { get; init; }

        public bool? BlockPublicPolicy { get; init; }
    }
}
