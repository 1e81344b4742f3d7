using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The account's roles, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html"/>
internal sealed class ListRoles() : Operation<ListRoles.Request, ListRoles.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var roles = call.Services.State.Principals
            .Where(principal => principal.Kind == PrincipalKind.Role && principal.AccountId == call.Account && principal.Path.StartsWith(request.PathPrefix ?? "/", StringComparison.Ordinal))
            .OrderBy(principal => principal.Name, StringComparer.Ordinal);
        var page = IamPage.Take(roles, role => role.Name, "roles " + request.PathPrefix, request.Marker, request.MaxItems);
        return new() { Roles = [.. page.Items.Select(WireRole.Listed)], IsTruncated = page.Marker is not null, Marker = page.Marker };
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
        public required IReadOnlyList<WireRole> Roles { get; init; }

        public required bool IsTruncated { get; init; }

        public string? Marker { get; init; }
    }
}
