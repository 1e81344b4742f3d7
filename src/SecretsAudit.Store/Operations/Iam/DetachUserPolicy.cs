using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Detaches a managed policy from a user.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachUserPolicy.html"/>
internal sealed class DetachUserPolicy() : Operation<DetachUserPolicy.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var user = call.RequireEntity(PrincipalKind.User, request.UserName!);
        if (!user.AttachedPolicies.Contains(request.PolicyArn!))
        {
            throw new NoSuchEntityException($"Policy {request.PolicyArn} was not found.");
        }

        call.Changes.Put(new PrincipalRow(user with { AttachedPolicies = user.AttachedPolicies.Remove(request.PolicyArn!) }));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.UserName, "userName", 128).PolicyArn(request.PolicyArn).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? UserName { get; init; }

        public string? PolicyArn { get; init; }
    }
}
