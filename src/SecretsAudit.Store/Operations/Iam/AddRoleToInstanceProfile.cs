using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Puts a role into an instance profile, which holds one.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html"/>
internal sealed class AddRoleToInstanceProfile() : Operation<AddRoleToInstanceProfile.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var profile = call.RequireProfile(request.InstanceProfileName!);
        var role = call.RequireEntityOf(PrincipalKind.Role, request.RoleName!);
        if (profile.RoleName is not null)
        {
            throw new IamLimitExceededException("Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1");
        }

        call.Changes.Put(profile with { RoleName = role.Name });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.InstanceProfileName, "instanceProfileName", 128).EntityName(request.RoleName, "roleName", 64).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? InstanceProfileName { get; init; }

        public string? RoleName { get; init; }
    }
}
