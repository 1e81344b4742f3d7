using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The tags of a role.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoleTags.html"/>
internal sealed class ListRoleTags() : Operation<ListRoleTags.Request, ListRoleTags.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var role = call.RequireEntity(PrincipalKind.Role, request.RoleName!);
        return new() { Tags = [.. role.Tags.Select(tag => new SecretsManager.WireTag { Key = tag.Key, Value = tag.Value })], IsTruncated = false };
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
        public required IReadOnlyList<SecretsManager.WireTag> Tags { get; init; }

        public required bool IsTruncated { get; init; }
    }
}
