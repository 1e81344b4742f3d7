using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>
/// Makes an OpenID Connect provider known. Its keys are not fetched: the store's owner gives them, and without them no token of it is taken.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html"/>
internal sealed class CreateOpenIDConnectProvider()
    : Operation<CreateOpenIDConnectProvider.Request, CreateOpenIDConnectProvider.Response>(AwsService.Iam, writes: true)
{
    private const int PerAccount = 100;

    public override Response Handle(Request request, Call call)
    {
        if (!Uri.TryCreate(request.Url, UriKind.Absolute, out var url) || url.Scheme != "https" || url.Query.Length > 0 || url.UserInfo.Length > 0)
        {
            throw new ValidationException($"Invalid Open ID Connect Provider URL: {request.Url}");
        }

        var provider = new OidcProvider
        {
            Account = call.Account,
            Region = ScopedRow.Global,
            Name = (url.Authority + url.AbsolutePath).TrimEnd('/'),
            ClientIds = [.. (request.ClientIdList ?? []).OfType<string>().Distinct()],
            Thumbprints = [.. (request.ThumbprintList ?? []).OfType<string>()],
            Created = call.Now,
            Tags = IamRules.Merge(ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal), request.Tags),
        };
        call.Authorize(provider.Arn, call.Account, null, [.. TagConditionKeys.OfRequest(provider.Tags)]);
        if (call.State.Find(provider.Id) is not null)
        {
            throw new EntityAlreadyExistsException($"Provider with url {request.Url} already exists.");
        }

        if (call.Services.State.Shelf(RowKind.OidcProvider, call.Account, ScopedRow.Global).Count >= PerAccount)
        {
            throw new IamLimitExceededException("Cannot exceed quota for OpenIdConnectProvidersPerAccount: 100");
        }

        call.Changes.Put(provider);
        return new() { OpenIDConnectProviderArn = provider.Arn, Tags = provider.Tags.IsEmpty ? null : IamRules.Shown(provider.Tags) };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.Url, "url").Length(request.Url, "url", 1, 255)
        .Strings(request.ClientIdList, "clientIDList", 0, 100, 1, 255)
        .Strings(request.ThumbprintList, "thumbprintList", 0, 5, 40, 40).IamTags(request.Tags).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? Url { get; init; }

        [JsonPropertyName("ClientIDList")]
        public IReadOnlyList<string?>? ClientIdList { get; init; }

        public IReadOnlyList<string?>? ThumbprintList { get; init; }

        public IReadOnlyList<WireTag?>? Tags { get; init; }
    }

    internal sealed record Response
    {
        public required string OpenIDConnectProviderArn { get; init; }

        public IReadOnlyList<WireTag>? Tags { get; init; }
    }
}
