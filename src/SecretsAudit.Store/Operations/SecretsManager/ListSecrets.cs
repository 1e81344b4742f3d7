using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>The caller's account's secrets in the region, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html"/>
internal sealed class ListSecrets() : Operation<ListSecrets.Request, ListSecrets.Response>(AwsService.SecretsManager, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        SecretFilter.RequireMembers(request.Filters);
        var order = new SecretOrder(request.SortBy ?? "created-date", request.SortOrder == "desc");
        var filter = Fingerprint(request, order);
        var after = request.NextToken is { } token
            ? PageToken.Parse(token, "secrets", filter) ?? throw new InvalidNextTokenException()
            : null;

        var size = request.MaxResults ?? 100;
        var page = new List<Secret>();
        var more = false;
        foreach (var secret in order.From(call.Services.State.Region(call.Account, call.Region), after))
        {
            if ((secret.IsPendingDeletion && request.IncludePlannedDeletion is not true) || request.Filters?.All(one => one!.Matches(secret)) is false)
            {
                continue;
            }

            if (page.Count == size)
            {
                more = true;
                break;
            }

            page.Add(secret);
        }

        return new()
        {
            SecretList = [.. page.Select(SecretListEntry.Of)],
            NextToken = more ? PageToken.Create("secrets", filter, order.PlaceOf(page[^1])) : null,
        };
    }

    protected override void Check(Request request, Constraints check)
    {
        check.Range(request.MaxResults, "maxResults", 1, 100).Length(request.NextToken, "nextToken", 1, 4096)
            .OneOf(request.SortOrder, "sortOrder", "asc", "desc")
            .OneOf(request.SortBy, "sortBy", "created-date", "last-accessed-date", "last-changed-date", "name");
        SecretFilter.Check(request.Filters, check);
        check.ThrowIfBroken();
    }

    private static string Fingerprint(Request request, SecretOrder order) => string.Join(
        '\n',
        [
            order.SortBy, order.Descending ? "desc" : "asc", request.IncludePlannedDeletion is true ? "all" : "active",
            SecretFilter.Fingerprint(request.Filters),
        ]);

    internal sealed record Request : IRequest<Response>
    {
        public bool? IncludePlannedDeletion { get; init; }

        public int? MaxResults { get; init; }

        public string? NextToken { get; init; }

        public IReadOnlyList<SecretFilter?>? Filters { get; init; }

        public string? SortOrder { get; init; }

        public string? SortBy { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<SecretListEntry> SecretList { get; init; }

        public string? NextToken { get; init; }
    }
}
