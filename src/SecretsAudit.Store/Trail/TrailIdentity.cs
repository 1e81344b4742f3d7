using SecretsAudit.Store.Accounts;

namespace SecretsAudit.Store.Trail;

/// <summary>Who caused an event.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html"/>
internal sealed record TrailIdentity
{
    public required string Type { get; init; }

    public string? PrincipalId { get; init; }

    public string? Arn { get; init; }

    public string? AccountId { get; init; }

    public string? AccessKeyId { get; init; }

    /// <summary>The name that LookupEvents finds by: a user's name, a session's name, or root.</summary>
    public string? UserName { get; init; }

    public string? InvokedBy { get; init; }

    /// <summary>Who vouched for a web identity or a SAML user: the issuer, or the name qualifier of the provider.</summary>
    public string? IdentityProvider { get; init; }

    /// <summary>Who stands behind a session, along the whole chain of roles.</summary>
    public string? SourceIdentity { get; init; }

    /// <summary>A role session's role.</summary>
    public Principal? Issuer { get; init; }

    /// <summary>When the session of temporary credentials began.</summary>
    public DateTimeOffset? SessionCreated { get; init; }

    /// <summary>Whether the session began with a second factor.</summary>
    public bool MultiFactorAuthenticated { get; init; }

    public string SourceIp { get; init; } = "";

    public string UserAgent { get; init; } = "";

    public static TrailIdentity Of(Caller caller) => new()
    {
        Type = caller.Session?.FederatedName is not null ? "FederatedUser" : caller.Principal.Kind switch { PrincipalKind.Root => "Root", PrincipalKind.User => "IAMUser", _ => "AssumedRole" },
        PrincipalId = caller.UserId,
        Arn = caller.Arn,
        AccountId = caller.Principal.AccountId,
        AccessKeyId = caller.AccessKeyId,
        UserName = caller.Session?.FederatedName ?? caller.SessionName ?? caller.Principal.Name,
        SourceIdentity = caller.Session?.SourceIdentity,
        Issuer = caller.Principal.Kind == PrincipalKind.Role ? caller.Principal : null,
        SessionCreated = caller.Session?.Issued,
        MultiFactorAuthenticated = caller.Session is { MultiFactorAuthenticated: true },
        SourceIp = caller.SourceIp,
        UserAgent = caller.UserAgent,
    };

    /// <summary>
    /// The same caller as another account's record shows it: by its account and its unique id alone.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html#STS-API-SAML-WIF"/>
    public TrailIdentity SeenFromOutside() => new()
    {
        Type = "AWSAccount",
        PrincipalId = PrincipalId,
        AccountId = AccountId,
        SourceIp = SourceIp,
        UserAgent = UserAgent,
    };

    public static TrailIdentity Service(string account) => new()
    {
        Type = "AWSService",
        AccountId = account,
        InvokedBy = "secretsmanager.amazonaws.com",
        SourceIp = "secretsmanager.amazonaws.com",
        UserAgent = "secretsmanager.amazonaws.com",
    };
}
