using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Removes an audience of a provider; one that is not there is no error.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveClientIDFromOpenIDConnectProvider.html"/>
internal sealed class RemoveClientIDFromOpenIDConnectProvider()
    : Operation<RemoveClientIDFromOpenIDConnectProvider.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var provider = call.RequireProvider(request.OpenIDConnectProviderArn!);
        call.Changes.Put(provider with { ClientIds = provider.ClientIds.Remove(request.ClientId!) });
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
