using SecretsAudit.Iam;
using SecretsAudit.Store.Access;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Replaces a key's policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html"/>
internal sealed class PutKeyPolicy() : Operation<PutKeyPolicy.Request, Nothing>(AwsService.Kms, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var key = call.RequireCustomerKey(request.KeyId!);
        if (request.PolicyName is not (null or "default"))
        {
            throw new NotFoundException("No such policy exists");
        }

        if (ResourcePolicies.Problem(request.Policy!, PolicyKind.Key) is { } problem)
        {
            throw new KmsMalformedPolicyDocumentException(problem);
        }

        call.Changes.Put(key with { Policy = request.Policy! });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.KeyId, "keyId").Length(request.KeyId, "keyId", 1, 2048)
        .Required(request.Policy, "policy").Length(request.Policy, "policy", 1, 131072).Length(request.PolicyName, "policyName", 1, 128)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? KeyId { get; init; }

        public string? PolicyName { get; init; }

        public string? Policy { get; init; }

        public bool? BypassPolicyLockoutSafetyCheck { get; init; }
    }
}
