namespace SecretsAudit.Store.Accounts;

/// <summary>An access key with its secret, as answered once when it is made.</summary>
/// <param name="AccessKeyId">The key's id, AKIA….</param>
/// <param name="SecretAccessKey">The secret to sign with.</param>
public sealed record AccessKeyCredentials(string AccessKeyId, string SecretAccessKey)
{
    /// <summary>The id only.</summary>
    public override string ToString() => AccessKeyId;
}
