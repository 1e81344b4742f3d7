using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>A parameter's tags.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ListTagsForResource.html"/>
internal sealed class ListTagsForResource() : Operation<ListTagsForResource.Request, ListTagsForResource.Response>(AwsService.Ssm, writes: false)
{
    public override Response Handle(Request request, Call call) => new()
    {
        TagList = [.. SsmTag.Require(call, request.ResourceType!, request.ResourceId!).Tags.Select(tag => new WireTag { Key = tag.Key, Value = tag.Value })],
    };

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ResourceType, "resourceType").Required(request.ResourceId, "resourceId")
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? ResourceType { get; init; }

        public string? ResourceId { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<WireTag> TagList { get; init; }
    }
}
