using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Adds tags to an instance profile.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagInstanceProfile.html"/>
internal sealed class TagInstanceProfile() : Operation<TagInstanceProfile.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var profile = call.RequireProfile(request.InstanceProfileName!);
        call.Changes.Put(profile with { Tags = IamRules.Merge(profile.Tags, request.Tags) });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.InstanceProfileName, "instanceProfileName", 128).Required(request.Tags, "tags").IamTags(request.Tags).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? InstanceProfileName { get; init; }

        public IReadOnlyList<SecretsManager.WireTag?>? Tags { get; init; }
    }
}
