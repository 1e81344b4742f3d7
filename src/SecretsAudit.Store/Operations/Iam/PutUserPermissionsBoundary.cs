using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Bounds the rights of a user by a managed policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPermissionsBoundary.html"/>
internal sealed class PutUserPermissionsBoundary() : Operation<PutUserPermissionsBoundary.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var user = call.RequireEntity(PrincipalKind.User, request.UserName!);
        if (ManagedPolicy.DocumentOf(call.State, request.PermissionsBoundary!) is null)
        {
            throw IamRules.NotAttachable(request.PermissionsBoundary!);
        }

        call.Changes.Put(new PrincipalRow(user with { BoundaryArn = request.PermissionsBoundary }));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.UserName, "userName", 128).PolicyArn(request.PermissionsBoundary, "permissionsBoundary").ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? UserName { get; init; }

        public string? PermissionsBoundary { get; init; }
    }
}
