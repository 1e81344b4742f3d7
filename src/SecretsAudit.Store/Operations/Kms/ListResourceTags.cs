using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>A key's tags, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_ListResourceTags.html"/>
internal sealed class ListResourceTags() : Operation<ListResourceTags.Request, ListResourceTags.Response>(AwsService.Kms, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var key = call.RequireKeyByIdentity(request.KeyId!);
        var page = KmsPage.Take(
            KmsTag.Of(key).OrderBy(tag => tag.TagKey, StringComparer.Ordinal), tag => tag.TagKey!, "tags " + key.KeyId, request.Marker, request.Limit ?? 50);
        return new() { Tags = page.Items, NextMarker = page.NextMarker, Truncated = page.NextMarker is not null };
    }

    protected override void Check(Request request, Constraints check) => check.Key(request.KeyId).Paging(request.Limit, request.Marker).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? KeyId { get; init; }

        public int? Limit { get; init; }

        public string? Marker { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<KmsTag> Tags { get; init; }

        public string? NextMarker { get; init; }

        public required bool Truncated { get; init; }
    }
}
