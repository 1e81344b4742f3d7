using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>Removes tags from a parameter.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_RemoveTagsFromResource.html"/>
internal sealed class RemoveTagsFromResource() : Operation<RemoveTagsFromResource.Request, Nothing>(AwsService.Ssm, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var parameter = SsmTag.Require(call, request.ResourceType!, request.ResourceId!);
        call.Changes.Put(parameter with { Tags = parameter.Tags.RemoveAll(tag => request.TagKeys!.Contains(tag.Key)) });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ResourceType, "resourceType").Required(request.ResourceId, "resourceId")
        .Required(request.TagKeys, "tagKeys").Each(request.TagKeys, "tagKeys", 0, 1000, (key, place) => check.Length(key, place, 1, 128))
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? ResourceType { get; init; }

        public string? ResourceId { get; init; }

        public IReadOnlyList<string?>? TagKeys { get; init; }
    }
}
