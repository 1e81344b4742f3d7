namespace SecretsAudit.Store.Accounts;

/// <summary>A well-known access key that signs as an account's root, for development on one machine only.</summary>
/// <param name="AccessKeyId">The access key id that clients send.</param>
/// <param name="SecretAccessKey">The secret that clients sign with.</param>
/// <param name="AccountId">The 12-digit account the key belongs to.</param>
public sealed record DevelopmentCredentials(string AccessKeyId, string SecretAccessKey, string AccountId)
{
    private const int AccountLength = 12;

    /// <summary>Reads the form <c>KEY:SECRET</c>, or <c>KEY:SECRET@ACCOUNT</c> for a key of another account.</summary>
    /// <param name="pair">The text; an account behind it is 12 digits, anything else belongs to the secret.</param>
    /// <param name="accountId">The 12-digit account, unless the text names one.</param>
    /// <exception cref="FormatException">There is no colon, a part is empty, or the account id is not 12 digits.</exception>
    public static DevelopmentCredentials Parse(string pair, string accountId)
    {
        ArgumentNullException.ThrowIfNull(pair);
        if (pair.Length > AccountLength && pair[^(AccountLength + 1)] == '@' && AccountNumber.IsValid(pair[^AccountLength..]))
        {
            (pair, accountId) = (pair[..^(AccountLength + 1)], pair[^AccountLength..]);
        }

        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == pair.Length - 1)
        {
            throw new FormatException("Development credentials have the form KEY:SECRET or KEY:SECRET@ACCOUNT.");
        }

        return new(pair[..colon], pair[(colon + 1)..], AccountNumber.Require(accountId));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{AccessKeyId} in account {AccountId}";
}
