using System.Collections.Immutable;
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

    /// <summary>
    /// The same data key under the KMS keys that the secret had before, latest first: a value stays readable by its previous key, too, when the
    /// secret's key changes.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_update-encryption-key.html"/>
    public ImmutableArray<WrappedDataKey> Earlier { get; init; } = [];

    /// <summary>Whether the caller gave SecretBinary and not SecretString.</summary>
    public required bool IsBinary { get; init; }

    /// <summary>The data key under each of its KMS keys, the secret's own first.</summary>
    public IEnumerable<WrappedDataKey> Keys => Earlier.Prepend(new(KmsKeyArn, WrappedDataKey));
}

/// <summary>A data key, wrapped by a KMS key.</summary>
/// <param name="KmsKeyArn">The KMS key's ARN.</param>
/// <param name="Wrapped">The data key under it.</param>
internal sealed record WrappedDataKey(string KmsKeyArn, byte[] Wrapped);
