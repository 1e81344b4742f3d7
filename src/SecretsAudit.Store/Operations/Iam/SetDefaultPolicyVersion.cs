using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Makes a version of a managed policy the one that counts.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetDefaultPolicyVersion.html"/>
internal sealed class SetDefaultPolicyVersion() : Operation<SetDefaultPolicyVersion.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var policy = call.RequirePolicy(request.PolicyArn!);
        call.Changes.Put(policy with { DefaultVersionId = IamRules.RequireVersion(policy, request.VersionId!).VersionId });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.PolicyArn(request.PolicyArn).Required(request.VersionId, "versionId").ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? PolicyArn { get; init; }

        public string? VersionId { get; init; }
    }
}
