namespace SecretsAudit.Iam;

/// <summary>The principal of a request, with everything by which a policy can name it.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"/>
public sealed record Principal
{
    private Principal()
    {
    }

    /// <summary>An unsigned request.</summary>
    public static Principal Anonymous { get; } = new() { Kind = PrincipalKind.Anonymous, Arn = "*" };

    /// <summary>What kind of principal it is.</summary>
    public required PrincipalKind Kind { get; init; }

    /// <summary>
    /// The caller's ARN as GetCallerIdentity shows it: for a session the session's. A service's or provider's name where there is no ARN.
    /// </summary>
    public required string Arn { get; init; }

    /// <summary>The twelve digits of the account; null for anonymous requests, services and identity providers.</summary>
    public string? Account { get; init; }

    /// <summary>For a role session the role's ARN with its path, for a federated user the issuing user's ARN; else null.</summary>
    public string? IssuerArn { get; init; }

    /// <summary>The unique id that a policy keeps of a deleted principal: <c>AIDA…</c> of a user, <c>AROA…</c> of a session's role.</summary>
    public string? UniqueId { get; init; }

    /// <summary>The identity provider behind a web identity or SAML session, as a <c>Federated</c> principal names it.</summary>
    public string? FederatedProvider { get; init; }

    /// <summary>The canonical user id of the account, as S3 shows it.</summary>
    public string? CanonicalUserId { get; init; }

    /// <summary>The ARN in <c>aws:PrincipalArn</c>: of a role session the role, else the caller's own.</summary>
    public string? KeyArn => Kind switch
    {
        PrincipalKind.RoleSession => IssuerArn,
        PrincipalKind.Root or PrincipalKind.User or PrincipalKind.FederatedUser => Arn,
        _ => null,
    };

    /// <summary>Whether service and resource control policies pass it by, as they do service-linked roles.</summary>
    /// <seealso href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html"/>
    public bool IsServiceLinkedRole =>
        Kind == PrincipalKind.RoleSession && IssuerArn is { } role && role.Contains(":role/aws-service-role/", StringComparison.Ordinal);

    /// <summary>Whether identity policies, boundaries and session policies apply to it.</summary>
    public bool HasIdentityPolicies => Kind is PrincipalKind.User or PrincipalKind.RoleSession or PrincipalKind.FederatedUser;

    /// <summary>The root user of an account.</summary>
    /// <exception cref="ArgumentException">The account is not twelve digits.</exception>
    public static Principal Root(string account, string partition = "aws") =>
        new() { Kind = PrincipalKind.Root, Account = Require(account), Arn = $"arn:{partition}:iam::{account}:root" };

    /// <summary>An IAM user, by ARN with its path.</summary>
    /// <exception cref="ArgumentException">The text is not a user's ARN.</exception>
    public static Principal User(string arn, string? uniqueId = null) =>
        new() { Kind = PrincipalKind.User, Account = AccountOf(arn, ":user/"), Arn = arn, UniqueId = uniqueId };

    /// <summary>A session of a role.</summary>
    /// <param name="roleArn">The role's ARN with its path.</param>
    /// <param name="sessionName">The session's name.</param>
    /// <param name="uniqueId">The role's unique id, <c>AROA…</c>.</param>
    /// <exception cref="ArgumentException">The text is not a role's ARN.</exception>
    public static Principal RoleSession(string roleArn, string sessionName, string? uniqueId = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(sessionName);
        var account = AccountOf(roleArn, ":role/");
        var partition = roleArn.Split(':')[1];
        var name = roleArn[(roleArn.LastIndexOf('/') + 1)..];
        return new()
        {
            Kind = PrincipalKind.RoleSession,
            Account = account,
            Arn = $"arn:{partition}:sts::{account}:assumed-role/{name}/{sessionName}",
            IssuerArn = roleArn,
            UniqueId = uniqueId,
        };
    }

    /// <summary>A federated user: a session that a user issued with GetFederationToken.</summary>
    /// <exception cref="ArgumentException">The text is not a user's ARN.</exception>
    public static Principal FederatedUser(string issuingUserArn, string name)
    {
        var account = AccountOf(issuingUserArn, ":user/");
        var partition = issuingUserArn.Split(':')[1];
        return new()
        {
            Kind = PrincipalKind.FederatedUser,
            Account = account,
            Arn = $"arn:{partition}:sts::{account}:federated-user/{name}",
            IssuerArn = issuingUserArn,
        };
    }

    /// <summary>A user of an identity provider, as it asks STS for a role.</summary>
    public static Principal Federated(string provider) =>
        new() { Kind = PrincipalKind.Federated, Arn = provider, FederatedProvider = provider };

    /// <summary>An AWS service, by its principal name such as <c>lambda.amazonaws.com</c>.</summary>
    public static Principal Service(string name) => new() { Kind = PrincipalKind.Service, Arn = name };

    /// <summary>Whether the text is an account id: twelve digits.</summary>
    public static bool IsAccountId(ReadOnlySpan<char> text) => text.Length == 12 && !text.ContainsAnyExceptInRange('0', '9');

    private static string Require(string account) =>
        IsAccountId(account) ? account : throw new ArgumentException("An account id has twelve digits.", nameof(account));

    private static string AccountOf(string arn, string resourcePrefix)
    {
        ArgumentNullException.ThrowIfNull(arn);
        var parts = arn.Split(':', 6);
        if (parts.Length != 6 || parts[0] != "arn" || parts[2] != "iam" || !IsAccountId(parts[4])
            || !arn.Contains(resourcePrefix, StringComparison.Ordinal))
            throw new ArgumentException($"Expected an ARN like arn:aws:iam::123456789012{resourcePrefix}name.", nameof(arn));
        return parts[4];
    }
}
