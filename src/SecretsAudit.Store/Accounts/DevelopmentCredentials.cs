namespace SecretsAudit.Store.Accounts;

/// <summary>A well-known access key that signs as an account's root, for development on one machine only.</summary>
/// <param name="AccessKeyId">The access key id that clients send.</param>
/// <param name="SecretAccessKey">The secret that clients sign with.</param>
/// <param name="AccountId">The 12-digit account the key belongs to.</param>
public sealed record DevelopmentCredentials(string AccessKeyId, string SecretAccessKey, string AccountId)
{
    /// <summary>Reads the form <c>KEY:SECRET</c>.</summary>
    /// <exception cref="FormatException">There is no colon, a part is empty, or the account id is not 12 digits.</exception>
    public static DevelopmentCredentials Parse(string pair, string accountId)
    {
        ArgumentNullException.ThrowIfNull(pair);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == pair.Length - 1)
        {
            throw new FormatException("Development credentials have the form KEY:SECRET.");
        }

        return new(pair[..colon], pair[(colon + 1)..], AccountNumber.Require(accountId));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{AccessKeyId} in account {AccountId}";
}
