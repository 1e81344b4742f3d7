using System;

namespace SecretsAudit.Detection.Files;

/// <summary>Descriptions of interfaces: by OpenAPI, in which values under <c>example</c> and <c>examples</c> are documentation, and what compilers write of an assembly, which is nothing else.</summary>
/// <remarks>https://spec.openapis.org/oas/latest.html#example-object, https://learn.microsoft.com/dotnet/csharp/language-reference/xmldoc/</remarks>
internal static class ApiDescriptions
{
    private const int Beginning = 400;

    /// <summary>Whether a file of YAML or JSON is one.</summary>
    public static bool Is(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, Beginning));
        return start.IndexOf("openapi:".AsSpan()) >= 0 || start.IndexOf("swagger:".AsSpan()) >= 0 || start.IndexOf("\"openapi\":".AsSpan()) >= 0 || start.IndexOf("\"swagger\":".AsSpan()) >= 0;
    }

    /// <summary>Whether a file of XML is the documentation of an assembly.</summary>
    public static bool IsOfAssembly(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, Beginning));
        return start.IndexOf("<doc>".AsSpan()) is >= 0 and var root && start.Slice(root).IndexOf("<assembly>".AsSpan()) > 0;
    }

    /// <summary>Whether what stands under a key is an example.</summary>
    public static bool IsExample(ReadOnlySpan<char> key) => key.SequenceEqual("example".AsSpan()) || key.SequenceEqual("examples".AsSpan());

    /// <summary>The lines of YAML that stand under such a key: those that are indented more.</summary>
    public sealed class Examples
    {
        private int _indent = -1;

        /// <summary>Whether the next line is one of an example.</summary>
        public bool Has(ReadOnlySpan<char> line)
        {
            var rest = line.TrimStart();
            var indent = line.Length - rest.Length;
            if (rest.Length == 0 || (_indent >= 0 && indent > _indent))
                return true;
            var key = rest.TrimStart("- ".AsSpan()).TrimEnd();
            _indent = key.Length > 0 && key[key.Length - 1] == ':' && IsExample(key.Slice(0, key.Length - 1)) ? indent : -1;
            return false;
        }
    }
}
