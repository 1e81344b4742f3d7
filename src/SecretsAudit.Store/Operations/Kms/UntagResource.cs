using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Removes tags from a customer key.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_UntagResource.html"/>
internal sealed class UntagResource() : Operation<UntagResource.Request, Nothing>(AwsService.Kms, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var key = call.RequireCustomerKey(request.KeyId!);
        key.RequireNotPendingDeletion();
        call.Changes.Put(key with { Tags = key.Tags.RemoveAll(tag => request.TagKeys!.Contains(tag.Key)) });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Key(request.KeyId).Required(request.TagKeys, "tagKeys")
        .Each(request.TagKeys, "tagKeys", 0, 1000, (key, place) => check.Length(key, place, 1, 128))
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? KeyId { get; init; }

        public IReadOnlyList<string?>? TagKeys { get; init; }
    }
}
