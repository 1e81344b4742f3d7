using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>The account's keys in the region, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeys.html"/>
internal sealed class ListKeys() : Operation<ListKeys.Request, ListKeys.Response>(AwsService.Kms, writes: false)
{
    public override ListKeys.Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var keys = call.Services.State.Region(call.Account, call.Region).Keys.OrderBy(key => key.KeyId, StringComparer.Ordinal);
        var page = KmsPage.Take(keys, key => key.KeyId, "keys", request.Marker, request.Limit ?? 100);
        return new()
        {
            Keys = [.. page.Items.Select(key => new KeyListEntry { KeyId = key.KeyId, KeyArn = key.Arn })],
            NextMarker = page.NextMarker,
            Truncated = page.NextMarker is not null,
        };
    }

    protected override void Check(Request request, Constraints check) => check
        .Range(request.Limit, "limit", 1, 1000).Length(request.Marker, "marker", 1, 1024)
        .ThrowIfBroken();

    internal sealed record Response
    {
        public required IReadOnlyList<KeyListEntry> Keys { get; init; }

        public string? NextMarker { get; init; }

        public required bool Truncated { get; init; }
    }

    internal sealed record KeyListEntry
    {
        public required string KeyId { get; init; }

        public required string KeyArn { get; init; }
    }

    internal sealed record Request : IRequest<ListKeys.Response>
    {
        public int? Limit { get; init; }

        public string? Marker { get; init; }
    }
}
