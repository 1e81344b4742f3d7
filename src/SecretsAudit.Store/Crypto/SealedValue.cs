using System.Text.Json.Serialization;
using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store.Crypto;

/// <summary>One version's value at rest: its own data key, wrapped by a KMS key, and the ciphertext under that data key.</summary>
[JsonConverter(typeof(SealedValueConverter))]
internal sealed record SealedValue
{
    /// <summary>The KMS key's ARN that wraps the data key.</summary>
    public required string KmsKeyArn { get; init; }

    public required byte[] WrappedDataKey { get; init; }

    public required byte[] Box { get; init; }

    /// <summary>Whether the caller gave SecretBinary and not SecretString.</summary>
    public required bool IsBinary { get; init; }
}
