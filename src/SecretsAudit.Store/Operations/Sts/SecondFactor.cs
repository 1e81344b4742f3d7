using System.Security.Cryptography;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Sts;

/// <summary>SerialNumber and TokenCode of an STS call: the caller's MFA device and the code that it shows, by the store's clock.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html"/>
internal static class SecondFactor
{
    public const string ConditionKey = "aws:MultiFactorAuthPresent";

    extension(Constraints check)
    {
        public Constraints MfaCode(string? serialNumber, string? tokenCode) => check
            .Length(serialNumber, "serialNumber", 9, 256)
            .Length(tokenCode, "tokenCode", 6, 6, sensitive: true);
    }

    /// <summary>Whether the call has a second factor.</summary>
    /// <exception cref="AccessDeniedException">Half of one is missing, the device is not the caller's, or the code is not its present one.</exception>
    public static bool Verify(Call call, string? serialNumber, string? tokenCode)
    {
        if (serialNumber is null && tokenCode is null)
        {
            return false;
        }

        if (serialNumber is null || tokenCode is null)
        {
            throw new AccessDeniedException("MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.");
        }

        var holder = call.State.Principal(call.Caller.Principal.Arn);
        var device = call.Caller.SessionName is null ? holder?.MfaDevices.FirstOrDefault(one => one.SerialNumber == serialNumber) : null;
        return device is not null && Matches(call, device, tokenCode) ? true
            : throw new AccessDeniedException("MultiFactorAuthentication failed with invalid MFA one time pass code.");
    }

    private static bool Matches(Call call, MfaDevice device, string code)
    {
        var seed = call.Envelope.OpenCredential(device.SerialNumber, device.SealedSeed);
        try
        {
            return OneTimeCode.Matches(seed, code, call.Now);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }
}
