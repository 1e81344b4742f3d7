using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Adds tags to a customer key, or gives present ones new values.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_TagResource.html"/>
internal sealed class TagResource() : Operation<TagResource.Request, Nothing>(AwsService.Kms, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var key = call.RequireCustomerKey(request.KeyId!);
        key.RequireNotPendingDeletion();
        call.Changes.Put(key with { Tags = KmsTag.Merge(key.Tags, KmsTag.Read(request.Tags)) });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check)
    {
        check.Key(request.KeyId).Required(request.Tags, "tags");
        check.KmsTags(request.Tags).ThrowIfBroken();
    }

    internal sealed record Request : IRequest<Nothing>
    {
        public string? KeyId { get; init; }

        public IReadOnlyList<KmsTag?>? Tags { get; init; }
    }
}
