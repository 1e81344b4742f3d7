using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>A key's policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html"/>
internal sealed class GetKeyPolicy() : Operation<GetKeyPolicy.Request, GetKeyPolicy.Response>(AwsService.Kms, writes: false)
{
    public override GetKeyPolicy.Response Handle(Request request, Call call)
    {
        var key = call.RequireKey(request.KeyId!);
        return request.PolicyName is null or "default"
            ? new() { Policy = key.Policy, PolicyName = "default" }
            : throw new NotFoundException($"No such policy exists");
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.KeyId, "keyId").Length(request.KeyId, "keyId", 1, 2048).Length(request.PolicyName, "policyName", 1, 128)
        .ThrowIfBroken();

    internal sealed record Response
    {
        public required string Policy { get; init; }

        public required string PolicyName { get; init; }
    }

    internal sealed record Request : IRequest<GetKeyPolicy.Response>
    {
        public string? KeyId { get; init; }

        public string? PolicyName { get; init; }
    }
}
