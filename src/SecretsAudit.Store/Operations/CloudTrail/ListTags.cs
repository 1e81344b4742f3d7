using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>The tags of up to 20 trails.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_ListTags.html"/>
internal sealed class ListTags() : Operation<ListTags.Request, ListTags.Response>(AwsService.CloudTrail, writes: false)
{
    public override Response Handle(Request request, Call call) => new()
    {
        ResourceTagList =
        [
            .. request.ResourceIdList!.Select(arn => TrailTags.Require(call, arn!)).Select(trail => new ResourceTags
            {
                ResourceId = trail.Arn,
                TagsList = [.. trail.Tags.Select(tag => new WireTag { Key = tag.Key, Value = tag.Value })],
            }),
        ],
    };

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ResourceIdList, "resourceIdList").Strings(request.ResourceIdList, "resourceIdList", 1, 20, 1, 256).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyList<string?>? ResourceIdList { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<ResourceTags> ResourceTagList { get; init; }
    }

    internal sealed record ResourceTags
    {
        public required string ResourceId { get; init; }

        public required IReadOnlyList<WireTag> TagsList { get; init; }
    }
}
