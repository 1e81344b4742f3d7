using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The managed policies that are attached to a role.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedRolePolicies.html"/>
internal sealed class ListAttachedRolePolicies() : Operation<ListAttachedRolePolicies.Request, ListAttachedRolePolicies.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var arns = call.RequireEntity(PrincipalKind.Role, request.RoleName!).AttachedPolicies.Where(arn => AttachedPolicy.HasPath(arn, request.PathPrefix));
        var page = IamPage.Take(arns, arn => arn, "attached to role", request.Marker, request.MaxItems);
        return new() { AttachedPolicies = [.. page.Items.Select(AttachedPolicy.Of)], IsTruncated = page.Marker is not null, Marker = page.Marker };
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.RoleName, "roleName", 64).IamPaging(request.Marker, request.MaxItems).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? RoleName { get; init; }

        public string? PathPrefix { get; init; }

        public string? Marker { get; init; }

        public int? MaxItems { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<AttachedPolicy> AttachedPolicies { get; init; }

        public required bool IsTruncated { get; init; }

        public string? Marker { get; init; }
    }
}
