using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Attaches a managed policy to a user.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachUserPolicy.html"/>
internal sealed class AttachUserPolicy() : Operation<AttachUserPolicy.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var user = call.RequireEntity(PrincipalKind.User, request.UserName!);
        IamRules.RequireAttachable(call, request.PolicyArn!);
        call.Changes.Put(new PrincipalRow(user with { AttachedPolicies = user.AttachedPolicies.Add(request.PolicyArn!) }));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.UserName, "userName", 128).PolicyArn(request.PolicyArn).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? UserName { get; init; }

        public string? PolicyArn { get; init; }
    }
}
