using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Deletes a managed policy that is attached to nothing.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html"/>
internal sealed class DeletePolicy() : Operation<DeletePolicy.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var policy = call.RequirePolicy(request.PolicyArn!);
        if (WirePolicy.Attachments(call, policy) > 0)
        {
            throw new DeleteConflictException("Cannot delete a policy attached to entities.");
        }

        if (policy.Versions.Length > 1)
        {
            throw new DeleteConflictException(
                "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.");
        }

        call.Changes.Delete(policy.Id);
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.PolicyArn(request.PolicyArn).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? PolicyArn { get; init; }
    }
}
