using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>One OpenID Connect provider.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetOpenIDConnectProvider.html"/>
internal sealed class GetOpenIDConnectProvider() : Operation<GetOpenIDConnectProvider.Request, GetOpenIDConnectProvider.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var provider = call.RequireProvider(request.OpenIDConnectProviderArn!);
        return new()
        {
            Url = provider.Name,
            ClientIdList = provider.ClientIds,
            ThumbprintList = provider.Thumbprints,
            CreateDate = provider.Created,
            Tags = provider.Tags.IsEmpty ? null : IamRules.Shown(provider.Tags),
        };
    }

    protected override void Check(Request request, Constraints check) => check.PolicyArn(request.OpenIDConnectProviderArn, "openIDConnectProviderArn").ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? OpenIDConnectProviderArn { get; init; }
    }

    internal sealed record Response
    {
        public required string Url { get; init; }

        [JsonPropertyName("ClientIDList")]
        public required IReadOnlyList<string> ClientIdList { get; init; }

        public required IReadOnlyList<string> ThumbprintList { get; init; }

        public required DateTimeOffset CreateDate { get; init; }

        public IReadOnlyList<SecretsManager.WireTag>? Tags { get; init; }
    }
}
