using System.Security.Cryptography;
using System.Text;

namespace SecretsAudit.Reports.Html;

/// <summary>The page's content security policy: even a hole in the escaping could load nothing, send nothing and run nothing.</summary>
internal static class PagePolicy
{
    public static string Of(string style, string script) =>
        $"default-src 'none'; style-src '{Hash(style)}'; script-src '{Hash(script)}'; img-src data:; base-uri 'none'; form-action 'none'";

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
