using System.Security;
using System.Text;
using System.Text.Encodings.Web;

namespace SecretsAudit.CodeScan.Matching;

/// <summary>How a value may be written in a file.</summary>
internal static class WrittenForms
{
    /// <summary>As it is, in JSON or C#, in XML, in a URL, and in base64 as Kubernetes wants it.</summary>
    public static IEnumerable<string> Of(string value) => ((IEnumerable<string>)
    [
        value,
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value),
        SecurityElement.Escape(value),
        Uri.EscapeDataString(value),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(value)),
    ]).Distinct(StringComparer.Ordinal);
}
