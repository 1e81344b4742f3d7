namespace SecretsAudit.Store.Accounts;

/// <summary>A user's virtual MFA device: an authenticator app that shows six digits.</summary>
/// <param name="SerialNumber">Its ARN, such as <c>arn:aws:iam::123456789012:mfa/phone</c>.</param>
/// <param name="SealedSeed">The secret that it shares with the store, sealed.</param>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_enable_virtual.html"/>
public sealed record MfaDevice(string SerialNumber, byte[] SealedSeed);

/// <summary>What an authenticator app needs to know; the seed is answered this once.</summary>
/// <param name="SerialNumber">The device's ARN, for SerialNumber in STS calls.</param>
/// <param name="Seed">The shared secret; apps take it in Base32.</param>
public sealed record MfaEnrollment(string SerialNumber, ReadOnlyMemory<byte> Seed)
{
    /// <summary>Never the seed.</summary>
    public override string ToString() => SerialNumber;
}
