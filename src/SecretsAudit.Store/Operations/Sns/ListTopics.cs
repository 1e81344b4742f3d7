using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Sns;

/// <summary>The account's topics in the region, a hundred a page.</summary>
/// <seealso href="https://docs.aws.amazon.com/sns/latest/api/API_ListTopics.html"/>
internal sealed class ListTopics() : Operation<ListTopics.Request, ListTopics.Response>(AwsService.Sns, writes: false)
{
    private const int PageSize = 100;

    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var after = request.NextToken is not { Length: > 0 } token ? null
            : PageToken.Parse(token, "topics", "") ?? throw new SnsInvalidParameterException("Invalid parameter: NextToken");
        var topics = call.Services.State.Shelf(RowKind.Topic, call.Account, call.Region).From(after).Cast<Topic>().Take(PageSize + 1).ToList();
        return new()
        {
            Topics = [.. topics.Take(PageSize).Select(topic => new Entry(topic.Arn))],
            NextToken = topics.Count > PageSize ? PageToken.Create("topics", "", topics[PageSize - 1].Name) : null,
        };
    }

    protected override void Check(Request request, Constraints check)
    {
        // The one member has an error of its own.
    }

    internal sealed record Request : IRequest<Response>
    {
        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<Entry> Topics { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Entry(string TopicArn);
}
