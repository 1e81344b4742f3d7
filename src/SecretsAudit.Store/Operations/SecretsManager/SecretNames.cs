using System.Buffers;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>The characters of a secret's name.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html#SecretsManager-CreateSecret-request-Name"/>
internal static class SecretNames
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-/_+=.@!");

    /// <exception cref="ValidationException">The text is neither an ARN nor a name that a secret can have.</exception>
    public static void CheckNameOrArn(string secretId)
    {
        if (!secretId.StartsWith("arn:", StringComparison.Ordinal))
        {
            CheckName(secretId);
        }
    }

    /// <exception cref="ValidationException">A character is not allowed in a secret's name.</exception>
    public static void CheckName(string name)
    {
        if (name.AsSpan().ContainsAnyExcept(Allowed))
        {
            throw new ValidationException("Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!");
        }
    }
}
