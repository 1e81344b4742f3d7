using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The instance profiles that hold a role, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfilesForRole.html"/>
internal sealed class ListInstanceProfilesForRole()
    : Operation<ListInstanceProfilesForRole.Request, ListInstanceProfilesForRole.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var role = call.RequireEntity(PrincipalKind.Role, request.RoleName!);
        var page = IamPage.Take(call.ProfilesOfAccount().Where(profile => profile.RoleName == role.Name), profile => profile.Name, "profiles of " + role.Name, request.Marker, request.MaxItems);
        return new() { InstanceProfiles = [.. page.Items.Select(profile => WireInstanceProfile.Of(call, profile))], IsTruncated = page.Marker is not null, Marker = page.Marker };
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
        public required IReadOnlyList<WireInstanceProfile> InstanceProfiles { get; init; }

        public required bool IsTruncated { get; init; }

        public string? Marker { get; init; }
    }
}
