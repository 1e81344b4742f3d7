using System.Security.Cryptography;
using System.Text;
using SecretsAudit.Engine.Facts;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules.Caching;

/// <summary>Names the compiled form of a set of rules.</summary>
internal static class RuleKey
{
    /// <summary>
    /// SHA-256 over the rules' texts, the model and this library. The library's module id changes with the allow-list, with the code that
    /// writes C#, and with the compiler's version, which its metadata names.
    /// </summary>
    public static string Of(IReadOnlyList<RuleFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, typeof(Truth).Module.ModuleVersionId.ToString("N"));
        Append(hash, typeof(SecretFacts).Module.ModuleVersionId.ToString("N"));
        foreach (var file in files)
        {
            Append(hash, file.RelativePath);
            Append(hash, file.Text);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
