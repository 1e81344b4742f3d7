using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Deletes a version of a managed policy that is not the default.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicyVersion.html"/>
internal sealed class DeletePolicyVersion() : Operation<DeletePolicyVersion.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var policy = call.RequirePolicy(request.PolicyArn!);
        var version = IamRules.RequireVersion(policy, request.VersionId!);
        if (version.VersionId == policy.DefaultVersionId)
        {
            throw new DeleteConflictException("Cannot delete the default version of a policy.");
        }

        call.Changes.Put(policy with { Versions = policy.Versions.Remove(version) });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.PolicyArn(request.PolicyArn).Required(request.VersionId, "versionId").ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? PolicyArn { get; init; }

        public string? VersionId { get; init; }
    }
}
