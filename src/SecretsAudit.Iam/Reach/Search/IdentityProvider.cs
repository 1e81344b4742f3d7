namespace SecretsAudit.Iam.Reach.Search;

/// <summary>Identity providers from which anybody can get a token; every other one serves its owner's users.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html"/>
internal static class IdentityProvider
{
    private static readonly string[] OpenHosts =
    [
        "accounts.google.com", "graph.facebook.com", "www.amazon.com", "cognito-identity.amazonaws.com", "token.actions.githubusercontent.com",
        "gitlab.com", "app.terraform.io", "oidc.circleci.com", "api.bitbucket.org", "agent.buildkite.com", "vstoken.dev.azure.com",
    ];

    public static bool IsOpenToAll(string provider)
    {
        var slash = provider.IndexOf(":oidc-provider/", StringComparison.Ordinal);
        var host = slash < 0 ? provider : provider[(slash + ":oidc-provider/".Length)..];
        return Array.Exists(OpenHosts, open => host == open || host.StartsWith(open + "/", StringComparison.Ordinal));
    }

    /// <summary>
    /// The account to which a provider belongs; null for one that AWS has for everybody. A role's session has a provider of the role's own account:
    /// nobody is let into a role by another's.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-federatedprovider"/>
    public static string? AccountOf(string provider) =>
        provider.Split(':', 6) is [_, _, "iam", _, var account, _] && Principal.IsAccountId(account) ? account : null;

    /// <summary>Whether the key is a claim of such a provider's token.</summary>
    public static bool IsClaim(string key) => Array.Exists(OpenHosts, open => key.StartsWith(open, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Whether a stranger cannot have this claim: the policy spells out the value, or at least whose it is (the repository's owner, up to the
    /// first slash).
    /// </summary>
    public static bool IsNamed(string key, string claim, IEnumerable<string> listed)
    {
        // A GitHub workflow asks for the audience it likes.
        if (key.EndsWith(":aud", StringComparison.OrdinalIgnoreCase) && key.StartsWith("token.actions.githubusercontent.com", StringComparison.OrdinalIgnoreCase))
            return false;

        foreach (var value in listed)
        {
            var slash = value.IndexOf('/');
            var owner = slash < 0 ? value : value[..(slash + 1)];
            if (owner.Length > 0 && !owner.AsSpan().ContainsAny('*', '?') && (slash < 0 ? claim == value : claim.StartsWith(owner, StringComparison.Ordinal)))
                return true;
        }

        return false;
    }
}
