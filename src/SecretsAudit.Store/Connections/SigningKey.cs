namespace SecretsAudit.Store.Connections;

/// <summary>An access key, with its session token when it is a temporary one.</summary>
/// <param name="AccessKeyId">Its public half.</param>
/// <param name="SecretAccessKey">Its secret half.</param>
/// <param name="SessionToken">Null for a key that lasts.</param>
public sealed record SigningKey(string AccessKeyId, string SecretAccessKey, string? SessionToken = null)
{
    /// <summary>Never the secret.</summary>
    public override string ToString() => AccessKeyId;
}
