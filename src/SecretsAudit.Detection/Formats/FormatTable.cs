namespace SecretsAudit.Detection.Formats;

/// <summary>The providers' formats.</summary>
internal static partial class FormatTable
{
    private static CredentialFormat Format(string id, string title, string pattern, CredentialConfidence confidence, string? checksum = null, string? near = null) =>
        new(id, title, pattern, confidence, checksum, near);
}
