using System.Buffers;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>The characters of a secret's name.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html#SecretsManager-CreateSecret-request-Name"/>
internal static class SecretNames
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-/_+=.@!");

    public static bool ContainsOnlyNameCharacters(this ReadOnlySpan<char> name) => !name.ContainsAnyExcept(Allowed);
}
