using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>A SAML 2.0 identity provider whose users may assume the account's roles.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html"/>
internal sealed record SamlProvider : ScopedRow
{
    /// <summary>The metadata document, as it was given.</summary>
    public required string Metadata { get; init; }

    /// <summary>The unique id, as GetSAMLProvider shows it.</summary>
    public required string UniqueId { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset ValidUntil { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    [JsonIgnore]
    public override RowKind Kind => RowKind.SamlProvider;

    [JsonIgnore]
    public string Arn => ArnOf(Account, Name);

    public static string ArnOf(string account, string name) => $"arn:aws:iam::{account}:saml-provider/{name}";
}
