using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Deletes an instance profile that has no role any more.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteInstanceProfile.html"/>
internal sealed class DeleteInstanceProfile() : Operation<DeleteInstanceProfile.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var profile = call.RequireProfile(request.InstanceProfileName!);
        if (profile.RoleName is not null)
        {
            throw InstanceProfiles.HasRole();
        }

        call.Changes.Delete(profile.Id);
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.InstanceProfileName, "instanceProfileName", 128).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? InstanceProfileName { get; init; }
    }
}
