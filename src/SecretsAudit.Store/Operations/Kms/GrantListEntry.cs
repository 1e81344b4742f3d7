using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>A grant as KMS lists it.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantListEntry.html"/>
internal sealed record GrantListEntry
{
    public required string KeyId { get; init; }

    public required string GrantId { get; init; }

    public string? Name { get; init; }

    public required DateTimeOffset CreationDate { get; init; }

    public required string GranteePrincipal { get; init; }

    public string? RetiringPrincipal { get; init; }

    public required string IssuingAccount { get; init; }

    public required IReadOnlyList<string> Operations { get; init; }

    public GrantConstraints? Constraints { get; init; }

    public static GrantListEntry Of(KmsGrant grant) => new()
    {
        KeyId = Arn.Key(grant.Region, grant.Account, grant.KeyId),
        GrantId = grant.GrantId,
        Name = grant.GrantName ?? "",
        CreationDate = grant.Created,
        GranteePrincipal = grant.GranteePrincipal,
        RetiringPrincipal = grant.RetiringPrincipal,
        IssuingAccount = grant.IssuingAccount,
        Operations = grant.Operations,
        Constraints = GrantConstraints.Of(grant),
    };
}

/// <summary>What a request's encryption context must hold before a grant lets it.</summary>
internal sealed record GrantConstraints
{
    public IReadOnlyDictionary<string, string?>? EncryptionContextSubset { get; init; }

    public IReadOnlyDictionary<string, string?>? EncryptionContextEquals { get; init; }

    public static GrantConstraints? Of(KmsGrant grant) => grant is { ContextEquals: null, ContextSubset: null } ? null : new()
    {
        EncryptionContextSubset = grant.ContextSubset?.ToDictionary(pair => pair.Key, pair => (string?)pair.Value),
        EncryptionContextEquals = grant.ContextEquals?.ToDictionary(pair => pair.Key, pair => (string?)pair.Value),
    };
}
