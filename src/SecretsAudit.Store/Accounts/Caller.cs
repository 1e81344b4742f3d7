using SecretsAudit.Store.State;
using SecretsAudit.Store.Trail;

namespace SecretsAudit.Store.Accounts;

/// <summary>A principal at the moment of a call: with which key, in which session, from where.</summary>
public sealed record Caller
{
    private TrailIdentity? _identity;

    /// <summary>A call by a principal; a role's calls carry a session name.</summary>
    public Caller(Principal principal, string? sessionName = null)
    {
        ArgumentNullException.ThrowIfNull(principal);
        Principal = principal;
        SessionName = principal.Kind == PrincipalKind.Role ? sessionName ?? "session" : null;
    }

    /// <summary>Who calls.</summary>
    public Principal Principal { get; }

    /// <summary>A role's session name.</summary>
    public string? SessionName { get; }

    /// <summary>The access key that signed; null when the call was made in process.</summary>
    public string? AccessKeyId { get; init; }

    /// <summary>The session of temporary credentials; null for long-lived ones.</summary>
    internal SessionTicket? Session { get; init; }

    /// <summary>The client's address; <c>127.0.0.1</c> by default.</summary>
    public string SourceIp { get; init; } = "127.0.0.1";

    /// <summary>The client's User-Agent.</summary>
    public string UserAgent { get; init; } = "secretsaudit";

    /// <summary>Whether no policy can hold the caller: a root user in its own account, at a resource without a policy of its own.</summary>
    internal bool IsUnlimited(string resourceAccount, string? resourcePolicy) =>
        resourcePolicy is null && Principal.Kind == PrincipalKind.Root && Session?.Policies is null && resourceAccount == Principal.AccountId;

    /// <summary>The caller as the trail shows it.</summary>
    internal TrailIdentity Identity => _identity ??= TrailIdentity.Of(this);

    /// <summary>Whether the credentials were got with a second factor; null for long-lived keys, which have no such fact.</summary>
    public bool? MultiFactorAuthenticated => Session?.MultiFactorAuthenticated;

    /// <summary>Whether the call came over TLS; an in-process call counts as such.</summary>
    public bool SecureTransport { get; init; } = true;

    /// <summary>The partition of the region that is called, by which IAM's ARNs are named there; <c>aws</c> by default.</summary>
    public string Partition { get; init; } = "aws";

    /// <summary>The ARN that policies and the trail see: a role's session has an STS ARN.</summary>
    public string Arn => SecretsAudit.Store.State.Arn.InPartition(KeptArn, Partition);

    private string KeptArn => Session?.FederatedName is { } federated ? SecretsAudit.Store.State.Arn.FederatedUser(Principal.AccountId, federated)
        : SessionName is { } session ? SecretsAudit.Store.State.Arn.AssumedRole(Principal.AccountId, Principal.Name, session) : Principal.Arn;

    /// <summary>The same caller in a region.</summary>
    internal Caller In(string region) => SecretsAudit.Store.State.Arn.Partition(region) is var partition && partition == Partition ? this : this with { Partition = partition, _identity = null };

    /// <summary>The id in GetCallerIdentity and in the trail.</summary>
    public string UserId => Session?.FederatedName is { } federated ? $"{Principal.AccountId}:{federated}"
        : SessionName is { } session ? $"{Principal.UniqueId}:{session}" : Principal.UniqueId;
}
