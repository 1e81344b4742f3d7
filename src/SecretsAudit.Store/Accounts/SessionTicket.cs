using System.Collections.Immutable;

namespace SecretsAudit.Store.Accounts;

/// <summary>What a session token holds, sealed under the store's root key: nothing about a session is stored anywhere else.</summary>
internal sealed record SessionTicket
{
    public required string PrincipalArn { get; init; }

    /// <summary>Told apart from a later principal of the same name, which does not inherit the session.</summary>
    public required string UniqueId { get; init; }

    /// <summary>A role session's name; null for GetSessionToken.</summary>
    public string? SessionName { get; init; }

    /// <summary>The name that GetFederationToken gave; null for other sessions.</summary>
    public string? FederatedName { get; init; }

    /// <summary>Who stands behind the session, which no later session in the chain can change; null when nobody was named.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html"/>
    public string? SourceIdentity { get; init; }

    public required string SecretAccessKey { get; init; }

    public required DateTimeOffset Expires { get; init; }

    /// <summary>When the session began; null in a token of an earlier version.</summary>
    public DateTimeOffset? Issued { get; init; }

    /// <summary>The session policies; null when there are none, which is not the same as policies that allow nothing.</summary>
    public ImmutableArray<string>? Policies { get; init; }

    /// <summary>Whether GetSessionToken was called with a second factor; the sessions of roles carry no such fact on.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html"/>
    public bool MultiFactorAuthenticated { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableArray<string> TransitiveTagKeys { get; init; } = [];

    /// <summary>Never the secret.</summary>
    public override string ToString() => $"{PrincipalArn} {SessionName}";
}
