using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Takes back what PutResourceConfig told; a resource that is not there is no error.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DeleteResourceConfig.html"/>
internal sealed class DeleteResourceConfig() : Operation<DeleteResourceConfig.Request, Nothing>(AwsService.Config, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        call.Changes.Delete(ScopedRow.IdOf(RowKind.CustomResource, call.Account, call.Region, CustomResource.NameOf(request.ResourceType!, request.ResourceId!)));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ResourceType, "resourceType").Length(request.ResourceType, "resourceType", 1, 196)
        .Required(request.ResourceId, "resourceId").Length(request.ResourceId, "resourceId", 1, 768).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? ResourceType { get; init; }

        public string? ResourceId { get; init; }
    }
}
