using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>An OpenID Connect provider whose users may assume the account's roles, by its issuer without the scheme.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html"/>
internal sealed record OidcProvider : ScopedRow
{
    public ImmutableArray<string> ClientIds { get; init; } = [];

    public ImmutableArray<string> Thumbprints { get; init; } = [];

    public required DateTimeOffset Created { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    [JsonIgnore]
    public override RowKind Kind => RowKind.OidcProvider;

    [JsonIgnore]
    public string Arn => ArnOf(Account, Name);

    public static string ArnOf(string account, string issuer) => $"arn:aws:iam::{account}:oidc-provider/{issuer}";
}
