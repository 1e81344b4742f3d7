using System.Text.Json.Serialization;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The account's SAML providers.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSAMLProviders.html"/>
internal sealed class ListSAMLProviders() : Operation<ListSAMLProviders.Request, ListSAMLProviders.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        return new()
        {
            SamlProviderList =
            [
                .. call.Services.State.Shelf(RowKind.SamlProvider, call.Account, ScopedRow.Global).Rows.Cast<SamlProvider>()
                    .Select(provider => new SamlProviderEntry(provider.Arn, provider.ValidUntil, provider.Created)),
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
        [JsonPropertyName("SAMLProviderList")]
        public required IReadOnlyList<SamlProviderEntry> SamlProviderList { get; init; }
    }

    internal sealed record SamlProviderEntry(string Arn, DateTimeOffset ValidUntil, DateTimeOffset CreateDate);
}
