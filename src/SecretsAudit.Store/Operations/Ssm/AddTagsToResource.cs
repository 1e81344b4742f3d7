using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>Adds tags to a parameter.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_AddTagsToResource.html"/>
internal sealed class AddTagsToResource() : Operation<AddTagsToResource.Request, Nothing>(AwsService.Ssm, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var parameter = SsmTag.Require(call, request.ResourceType!, request.ResourceId!);
        call.Changes.Put(parameter with { Tags = SsmTag.Merge(parameter.Tags, request.Tags) });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ResourceType, "resourceType").Required(request.ResourceId, "resourceId").Required(request.Tags, "tags").Tags(request.Tags)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? ResourceType { get; init; }

        public string? ResourceId { get; init; }

        public IReadOnlyList<WireTag?>? Tags { get; init; }
    }
}
