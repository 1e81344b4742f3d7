using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>The tags of a rule, a recorder, an aggregator or an authorization, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_ListTagsForResource.html"/>
internal sealed class ListTagsForResource() : Operation<ListTagsForResource.Request, ListTagsForResource.Response>(AwsService.Config, writes: false)
{
    private const int PageSize = 50;

    public override Response Handle(Request request, Call call)
    {
        var size = ConfigPage.Size(request.Limit, PageSize);
        var (tags, next) = ConfigPage.Of(call.RequireTagged(request.ResourceArn!).Tags, tag => tag.Key, request.NextToken, size);
        return new() { Tags = [.. tags.Select(tag => new WireTag { Key = tag.Key, Value = tag.Value })], NextToken = next };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ResourceArn, "resourceArn").Length(request.ResourceArn, "resourceArn", 1, 1000).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? ResourceArn { get; init; }

        public int? Limit { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<WireTag> Tags { get; init; }

        public string? NextToken { get; init; }
    }
}
