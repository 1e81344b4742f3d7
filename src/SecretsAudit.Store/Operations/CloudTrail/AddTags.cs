using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>Tags a trail; a tag of the same key is replaced.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AddTags.html"/>
internal sealed class AddTags() : Operation<AddTags.Request, Nothing>(AwsService.CloudTrail, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var trail = TrailTags.Require(call, request.ResourceId!);
        call.Changes.Put(trail with { Tags = TrailTags.Merge(trail.Tags, request.TagsList) });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ResourceId, "resourceId").Required(request.TagsList, "tagsList").Each(request.TagsList, "tagsList", 0, 200).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? ResourceId { get; init; }

        public IReadOnlyList<WireTag?>? TagsList { get; init; }
    }
}
