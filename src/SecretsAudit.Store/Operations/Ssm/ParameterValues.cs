using System.Security.Cryptography;
using System.Text;
using SecretsAudit.Store.Operations.Kms;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>SecureString values under their KMS keys, bound to the parameter's ARN.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html"/>
internal static class ParameterValues
{
    public const string ResourceType = "AWS::SSM::Parameter";
    public const string Secure = "SecureString";
    public const string Advanced = "Advanced";

    private static readonly string DefaultAlias = ManagedKeyKind.Ssm.Alias;

    /// <exception cref="InvalidKeyIdException">The key is missing, not usable or not the caller's to use.</exception>
    public static (byte[] Sealed, string KeyId) Seal(Call call, string arn, string? keyId, string value, string tier)
    {
        var named = keyId ?? DefaultAlias;
        var key = named == DefaultAlias ? call.ManagedKey(call.Account, call.Region, ManagedKeyKind.Ssm)
            : KeyId.Parse(named, call.Account, call.Region) is { } id && id.Region == call.Region ? id.Find(call.State) : null;
        Require(call, key, named, tier == Advanced ? "GenerateDataKey" : "Encrypt", arn);
        var plaintext = Encoding.UTF8.GetBytes(value);
        try
        {
            return (CiphertextBlob.Seal(call, key!, plaintext, Context(arn)), named);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }

    /// <summary>A version's value as the caller may see it: plain, or for a SecureString without decryption its ciphertext.</summary>
    public static string Show(Call call, Parameter parameter, ParameterVersion version, bool decrypt)
    {
        if (version.Sealed is not { } blob)
        {
            return version.Text!;
        }

        if (!decrypt)
        {
            return Convert.ToBase64String(blob);
        }

        var key = CiphertextBlob.KeyOf(call, blob).Find(call.State);
        Require(call, key, version.KeyId!, "Decrypt", parameter.Arn);
        var plaintext = CiphertextBlob.Open(call, key!, blob, Context(parameter.Arn));
        try
        {
            return Encoding.UTF8.GetString(plaintext);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }

    private static void Require(Call call, KmsKey? key, string named, string operation, string arn)
    {
        if (key is null)
        {
            throw new InvalidKeyIdException($"Invalid keyId {named}");
        }

        call.AuthorizeKey(key, new() { Operation = operation, Permission = "kms:" + operation, Context = Context(arn) });
        if (!key.IsUsable || !key.IsSymmetric)
        {
            throw new InvalidKeyIdException(
                !key.IsSymmetric ? $"{key.Arn} is not a symmetric encryption key."
                : key.Enabled ? $"{key.Arn} is pending deletion."
                : $"{key.Arn} is {(key.DeletionDate is null ? "disabled" : "pending deletion")}.");
        }
    }

    private static Dictionary<string, string> Context(string arn) => new(StringComparer.Ordinal) { ["PARAMETER_ARN"] = arn };
}
