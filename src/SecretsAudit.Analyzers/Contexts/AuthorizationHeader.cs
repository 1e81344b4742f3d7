namespace SecretsAudit.Analyzers.Contexts;

/// <summary>The header that signs a request in: <c>headers["Authorization"] = "Bearer …"</c>.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9110#section-11.6.2"/>
internal static class AuthorizationHeader
{
    private static readonly string[] Schemes = ["Basic ", "Bearer ", "Token ", "ApiKey "];

    /// <summary>Whether a name is the header's.</summary>
    public static bool Is(ReadOnlySpan<char> name) =>
        name.Equals("Authorization".AsSpan(), StringComparison.OrdinalIgnoreCase) || name.Equals("Proxy-Authorization".AsSpan(), StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands behind a scheme that takes a credential; null when there is none.</summary>
    public static string? CredentialIn(string value)
    {
        foreach (var scheme in Schemes)
        {
            if (value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                return value.Substring(scheme.Length).Trim();
        }

        return null;
    }
}
