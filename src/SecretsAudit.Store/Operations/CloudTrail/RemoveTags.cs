using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>Takes tags off a trail, by their keys.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_RemoveTags.html"/>
internal sealed class RemoveTags() : Operation<RemoveTags.Request, Nothing>(AwsService.CloudTrail, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var trail = TrailTags.Require(call, request.ResourceId!);
        call.Changes.Put(trail with { Tags = trail.Tags.RemoveAll(tag => request.TagsList!.Any(removed => removed?.Key == tag.Key)) });
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
