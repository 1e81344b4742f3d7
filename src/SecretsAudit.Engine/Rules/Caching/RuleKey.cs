using System.Security.Cryptography;
using System.Text;
using SecretsAudit.Engine.Facts;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules.Caching;

/// <summary>Names the compiled form of a set of rules.</summary>
internal static class RuleKey
{
    /// <summary>
    /// SHA-256 over the texts of the rules and frameworks, the model and this library. The library's module id changes with the allow-list, with the code that
    /// writes C#, and with the compiler's version, which its metadata names.
    /// </summary>
    public static string Of(RuleFolder folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, typeof(Truth).Module.ModuleVersionId.ToString("N"));
        Append(hash, typeof(SecretFacts).Module.ModuleVersionId.ToString("N"));
        // Where the rules end: a framework's path, from its own folder, could be a rule's.
        hash.AppendData(BitConverter.GetBytes(folder.Rules.Count));
        foreach (var file in folder.Files)
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
