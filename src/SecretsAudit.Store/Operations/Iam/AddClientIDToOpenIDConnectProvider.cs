using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Adds an audience that a provider's tokens may name; one that is there already is left.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddClientIDToOpenIDConnectProvider.html"/>
internal sealed class AddClientIDToOpenIDConnectProvider() : Operation<AddClientIDToOpenIDConnectProvider.Request, Nothing>(AwsService.Iam, writes: true)
{
    private const int PerProvider = 100;

    public override Nothing Handle(Request request, Call call)
    {
        var provider = call.RequireProvider(request.OpenIDConnectProviderArn!);
        if (!provider.ClientIds.Contains(request.ClientId!))
        {
            if (provider.ClientIds.Length >= PerProvider)
            {
                throw new IamLimitExceededException("Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100");
            }

            call.Changes.Put(provider with { ClientIds = provider.ClientIds.Add(request.ClientId!) });
        }

        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.PolicyArn(request.OpenIDConnectProviderArn, "openIDConnectProviderArn")
        .Required(request.ClientId, "clientID").Length(request.ClientId, "clientID", 1, 255).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? OpenIDConnectProviderArn { get; init; }

        [JsonPropertyName("ClientID")]
        public string? ClientId { get; init; }
    }
}
