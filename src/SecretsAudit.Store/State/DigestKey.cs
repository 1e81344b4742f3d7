using System.Text.Json.Serialization;

namespace SecretsAudit.Store.State;

/// <summary>A key pair that signs a trail's digest files, by the fingerprint of its public half; the private half is encrypted at rest.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PublicKey.html"/>
internal sealed record DigestKey : ScopedRow
{
    /// <summary>PKCS #1 in DER, as ListPublicKeys gives it.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>PKCS #8 in DER, sealed.</summary>
    public required byte[] SealedPrivateKey { get; init; }

    public required DateTimeOffset ValidFrom { get; init; }

    public required DateTimeOffset ValidUntil { get; init; }

    [JsonIgnore]
    public override RowKind Kind => RowKind.DigestKey;
}
