using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>One version of a managed policy with its document.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html"/>
internal sealed class GetPolicyVersion() : Operation<GetPolicyVersion.Request, GetPolicyVersion.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var policy = call.RequirePolicy(request.PolicyArn!);
        return new() { PolicyVersion = WirePolicyVersion.Of(policy, IamRules.RequireVersion(policy, request.VersionId!), withDocument: true) };
    }

    protected override void Check(Request request, Constraints check) => check.PolicyArn(request.PolicyArn).Required(request.VersionId, "versionId").ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? PolicyArn { get; init; }

        public string? VersionId { get; init; }
    }

    internal sealed record Response
    {
        public required WirePolicyVersion PolicyVersion { get; init; }
    }
}
