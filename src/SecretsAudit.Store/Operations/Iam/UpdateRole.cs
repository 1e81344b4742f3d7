using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Changes a role's description or its longest session.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html"/>
internal sealed class UpdateRole() : Operation<UpdateRole.Request, UpdateRole.Response>(AwsService.Iam, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        var role = call.RequireEntity(PrincipalKind.Role, request.RoleName!);
        call.Changes.Put(new PrincipalRow(role with
        {
            Description = request.Description ?? role.Description,
            MaxSessionDuration = request.MaxSessionDuration ?? role.MaxSessionDuration,
        }));
        return new();
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.RoleName, "roleName", 64)
        .Length(request.Description, "description", 0, 1000).Range(request.MaxSessionDuration, "maxSessionDuration", 3600, 43200).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? RoleName { get; init; }

        public string? Description { get; init; }

        public int? MaxSessionDuration { get; init; }
    }

    internal sealed record Response;
}
