using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>Stops the sharing of a parameter.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DeleteResourcePolicy.html"/>
internal sealed class DeleteResourcePolicy() : Operation<DeleteResourcePolicy.Request, Nothing>(AwsService.Ssm, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var parameter = SharedParameters.Require(call, request.ResourceArn!);
        SharedParameters.RequirePolicy(parameter, request.PolicyId!, request.PolicyHash);
        call.Changes.Put(parameter with { Sharing = null });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ResourceArn, "resourceArn").Length(request.ResourceArn, "resourceArn", 20, 2048)
        .Required(request.PolicyId, "policyId").Required(request.PolicyHash, "policyHash").ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? ResourceArn { get; init; }

        public string? PolicyId { get; init; }

        public string? PolicyHash { get; init; }
    }
}
