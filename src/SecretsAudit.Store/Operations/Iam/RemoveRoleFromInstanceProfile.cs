using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Takes the role out of an instance profile.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveRoleFromInstanceProfile.html"/>
internal sealed class RemoveRoleFromInstanceProfile() : Operation<RemoveRoleFromInstanceProfile.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var profile = call.RequireProfile(request.InstanceProfileName!);
        if (profile.RoleName != request.RoleName)
        {
            throw new NoSuchEntityException($"Role {request.RoleName} in Instance Profile {profile.Name} cannot be found.");
        }

        call.Changes.Put(profile with { RoleName = null });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.InstanceProfileName, "instanceProfileName", 128).EntityName(request.RoleName, "roleName", 64).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? InstanceProfileName { get; init; }

        public string? RoleName { get; init; }
    }
}
