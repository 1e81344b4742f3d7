using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>A grant on a KMS key.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/developerguide/grants.html"/>
internal sealed record KmsGrant : ScopedRow
{
    public required string KeyId { get; init; }

    public required string GrantId { get; init; }

    public required string GranteePrincipal { get; init; }

    public string? RetiringPrincipal { get; init; }

    public required string IssuingAccount { get; init; }

    public required ImmutableArray<string> Operations { get; init; }

    public string? GrantName { get; init; }

    public required DateTimeOffset Created { get; init; }

    public ImmutableSortedDictionary<string, string>? ContextEquals { get; init; }

    public ImmutableSortedDictionary<string, string>? ContextSubset { get; init; }

    [JsonIgnore]
    public override RowKind Kind => RowKind.KmsGrant;

    public static string NameOf(string keyId, string grantId) => $"{keyId}/{grantId}";
}
