using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Deletes a SAML provider; roles that trust it can no more be assumed through it.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSAMLProvider.html"/>
internal sealed class DeleteSAMLProvider() : Operation<DeleteSAMLProvider.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.Changes.Delete(call.RequireSamlProvider(request.SamlProviderArn!).Id);
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.SamlProviderArn(request.SamlProviderArn).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        [JsonPropertyName("SAMLProviderArn")]
        public string? SamlProviderArn { get; init; }
    }
}
