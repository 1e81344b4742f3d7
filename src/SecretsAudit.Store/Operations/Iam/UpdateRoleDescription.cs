using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Changes a role's description.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRoleDescription.html"/>
internal sealed class UpdateRoleDescription() : Operation<UpdateRoleDescription.Request, UpdateRoleDescription.Response>(AwsService.Iam, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        var role = call.RequireEntity(PrincipalKind.Role, request.RoleName!) with { Description = request.Description };
        call.Changes.Put(new PrincipalRow(role));
        return new() { Role = WireRole.Of(role) };
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.RoleName, "roleName", 64).Required(request.Description, "description").Length(request.Description, "description", 0, 1000).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? RoleName { get; init; }

        public string? Description { get; init; }
    }

    internal sealed record Response
    {
        public required WireRole Role { get; init; }
    }
}
