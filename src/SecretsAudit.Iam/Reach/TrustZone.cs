namespace SecretsAudit.Iam;

/// <summary>
/// Whom and what the owner of a resource trusts. A request is from outside when neither who sends it nor the network it comes through
/// belongs to the zone; a service's request, when the resource or account on whose behalf it acts does not.
/// </summary>
/// <remarks>An empty zone trusts nobody; what a policy grants to the resource's own account then counts as access from outside, too.</remarks>
public sealed record TrustZone
{
    /// <summary>A zone that trusts nobody.</summary>
    public static TrustZone Nobody { get; } = new();

    /// <summary>Trusted accounts, twelve digits each; the resource's own account belongs here.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>Trusted organisations, such as <c>o-a1b2c3d4e5</c>. Accounts that a policy names are taken to lie outside of them unless <see cref="Accounts"/> has them.</summary>
    public IReadOnlyList<string> Organizations { get; init; } = [];

    /// <summary>
    /// Trusted organisational units by their path as <c>aws:PrincipalOrgPaths</c> has it, such as <c>o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/</c>;
    /// everything below belongs to it.
    /// </summary>
    public IReadOnlyList<string> OrganizationPaths { get; init; } = [];

    /// <summary>Trusted VPCs by id.</summary>
    public IReadOnlyList<string> Vpcs { get; init; } = [];

    /// <summary>Trusted VPC endpoints by id.</summary>
    public IReadOnlyList<string> VpcEndpoints { get; init; } = [];

    /// <summary>Trusted public addresses: IPv4 or IPv6, single or in CIDR form.</summary>
    public IReadOnlyList<string> IpRanges { get; init; } = [];

    /// <summary>What in the zone cannot be meant, one sentence each; empty for a zone that can be used.</summary>
    public IReadOnlyList<string> Problems() =>
    [
        .. Accounts.Where(account => !Principal.IsAccountId(account)).Select(account => $"'{account}' is no account id: twelve digits."),
        .. Organizations.Where(id => !id.StartsWith("o-", StringComparison.Ordinal) || id.AsSpan().ContainsAny("*?/"))
            .Select(id => $"'{id}' is no organisation id such as o-a1b2c3d4e5."),
        .. OrganizationPaths.Where(path => !path.StartsWith("o-", StringComparison.Ordinal) || !path.EndsWith('/') || path.AsSpan().ContainsAny("*?"))
            .Select(path => $"'{path}' is no path of an organisational unit such as o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/."),
        .. Vpcs.Where(id => !id.StartsWith("vpc-", StringComparison.Ordinal)).Select(id => $"'{id}' is no VPC id."),
        .. VpcEndpoints.Where(id => !id.StartsWith("vpce-", StringComparison.Ordinal)).Select(id => $"'{id}' is no VPC endpoint id."),
        .. IpRanges.Where(range => Conditions.AddressRange.TryParse(range) is null).Select(range => $"'{range}' is no address or CIDR range."),
    ];
}
