using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The names of a role's inline policies.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRolePolicies.html"/>
internal sealed class ListRolePolicies() : Operation<ListRolePolicies.Request, ListRolePolicies.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var page = IamPage.Take(call.RequireEntity(PrincipalKind.Role, request.RoleName!).Policies.Keys, name => name, "role policies", request.Marker, request.MaxItems);
        return new() { PolicyNames = page.Items, IsTruncated = page.Marker is not null, Marker = page.Marker };
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.RoleName, "roleName", 64).IamPaging(request.Marker, request.MaxItems).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? RoleName { get; init; }

        public string? Marker { get; init; }

        public int? MaxItems { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<string> PolicyNames { get; init; }

        public required bool IsTruncated { get; init; }

        public string? Marker { get; init; }
    }
}
