namespace SecretsAudit.Store.Wire;

/// <summary>Who signed, and for which day, region and service.</summary>
/// <param name="AccessKeyId">The access key's id.</param>
/// <param name="Day">The day, yyyyMMdd.</param>
/// <param name="Region">The region.</param>
/// <param name="Service">The service's signing name.</param>
/// <param name="Text">Day, region, service and terminator as they were sent.</param>
internal sealed record CredentialScope(string AccessKeyId, string Day, string Region, string Service, string Text)
{
    /// <summary>Null when the text has not the five parts of a credential.</summary>
    public static CredentialScope? Parse(string credential) =>
        credential.Split('/') is [{ Length: > 0 } key, { Length: 8 } day, { Length: > 0 and <= 64 } region, { Length: > 0 and <= 64 } service, "aws4_request"]
            ? new(key, day, region, service, credential[(key.Length + 1)..])
            : null;
}
