using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The account's groups, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroups.html"/>
internal sealed class ListGroups() : Operation<ListGroups.Request, ListGroups.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var groups = call.Services.State.Shelf(RowKind.IamGroup, call.Account, ScopedRow.Global).Rows.Cast<IamGroup>()
            .Where(group => group.Path.StartsWith(request.PathPrefix ?? "/", StringComparison.Ordinal));
        var page = IamPage.Take(groups, group => group.Name, "groups " + request.PathPrefix, request.Marker, request.MaxItems);
        return new() { Groups = [.. page.Items.Select(WireGroup.Of)], IsTruncated = page.Marker is not null, Marker = page.Marker };
    }

    protected override void Check(Request request, Constraints check) => check.IamPaging(request.Marker, request.MaxItems).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? PathPrefix { get; init; }

        public string? Marker { get; init; }

        public int? MaxItems { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<WireGroup> Groups { get; init; }

        public required bool IsTruncated { get; init; }

        public string? Marker { get; init; }
    }
}
