using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The account's OpenID Connect providers.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOpenIDConnectProviders.html"/>
internal sealed class ListOpenIDConnectProviders()
    : Operation<ListOpenIDConnectProviders.Request, ListOpenIDConnectProviders.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        return new()
        {
            OpenIDConnectProviderList =
            [
                .. call.Services.State.Shelf(RowKind.OidcProvider, call.Account, ScopedRow.Global).Rows.Cast<OidcProvider>().Select(provider => new Entry(provider.Arn)),
            ],
        };
    }

    protected override void Check(Request request, Constraints check)
    {
        // The request has no members.
    }

    internal sealed record Request : IRequest<Response>;

    internal sealed record Response
    {
        public required IReadOnlyList<Entry> OpenIDConnectProviderList { get; init; }
    }

    internal sealed record Entry(string Arn);
}
