namespace SecretsAudit.Model;

/// <summary>A KMS key.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html"/>
public sealed record KmsKey
{
    /// <summary>The key's ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>The key's id.</summary>
    public required string Id { get; init; }

    /// <summary>The account and region it was read from.</summary>
    public required Scope Scope { get; init; }

    /// <summary>Its aliases, with the <c>alias/</c> prefix.</summary>
    public Fact<IReadOnlyList<string>> Aliases { get; init; }

    /// <summary><c>AWS</c> or <c>CUSTOMER</c>.</summary>
    public Fact<string> Manager { get; init; }

    /// <summary><c>Enabled</c>, <c>Disabled</c>, <c>PendingDeletion</c> …</summary>
    public Fact<string> State { get; init; }

    /// <summary>Whether its material rotates automatically.</summary>
    public Fact<bool> RotationEnabled { get; init; }

    /// <summary>When it will be deleted; absent when that is not scheduled.</summary>
    public Fact<DateTimeOffset> DeletionDate { get; init; }

    /// <summary>The key policy's JSON.</summary>
    public Fact<string> Policy { get; init; }

    /// <summary>When it was created.</summary>
    public Fact<DateTimeOffset> CreatedAt { get; init; }

    /// <summary>What it is for: <c>SYMMETRIC_DEFAULT</c>, <c>RSA_2048</c>, <c>HMAC_256</c> …</summary>
    public Fact<string> Spec { get; init; }

    /// <summary>Where its material comes from: <c>AWS_KMS</c>, <c>EXTERNAL</c>, <c>AWS_CLOUDHSM</c>, <c>EXTERNAL_KEY_STORE</c>.</summary>
    public Fact<string> MaterialOrigin { get; init; }

    /// <summary>Where a template states it; null for one that exists.</summary>
    public SourcePlace? Place { get; init; }
}
