using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Removes tags from an instance profile.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagInstanceProfile.html"/>
internal sealed class UntagInstanceProfile() : Operation<UntagInstanceProfile.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var profile = call.RequireProfile(request.InstanceProfileName!);
        call.Changes.Put(profile with { Tags = profile.Tags.RemoveRange(request.TagKeys!.OfType<string>()) });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.InstanceProfileName, "instanceProfileName", 128).Required(request.TagKeys, "tagKeys").ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? InstanceProfileName { get; init; }

        public IReadOnlyList<string?>? TagKeys { get; init; }
    }
}
