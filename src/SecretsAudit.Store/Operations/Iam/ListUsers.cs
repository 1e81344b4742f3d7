using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The account's users, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html"/>
internal sealed class ListUsers() : Operation<ListUsers.Request, ListUsers.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var users = call.Services.State.Principals
            .Where(principal => principal.Kind == PrincipalKind.User && principal.AccountId == call.Account && principal.Path.StartsWith(request.PathPrefix ?? "/", StringComparison.Ordinal))
            .OrderBy(principal => principal.Name, StringComparer.Ordinal);
        var page = IamPage.Take(users, user => user.Name, "users " + request.PathPrefix, request.Marker, request.MaxItems);
        return new() { Users = [.. page.Items.Select(WireUser.Listed)], IsTruncated = page.Marker is not null, Marker = page.Marker };
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
        public required IReadOnlyList<WireUser> Users { get; init; }

        public required bool IsTruncated { get; init; }

        public string? Marker { get; init; }
    }
}
