using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>A role with its trust policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html"/>
internal sealed class GetRole() : Operation<GetRole.Request, GetRole.Response>(AwsService.Iam, writes: false)
{
    public override Task PrepareAsync(StoreServices services) => services.Trail.FlushAsync();

    public override Response Handle(Request request, Call call)
    {
        var role = call.RequireEntity(PrincipalKind.Role, request.RoleName!);
        return new() { Role = WireRole.Of(role) with { RoleLastUsed = LastUse.OfRole(call, role) } };
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.RoleName, "roleName", 64).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? RoleName { get; init; }
    }

    internal sealed record Response
    {
        public required WireRole Role { get; init; }
    }
}
