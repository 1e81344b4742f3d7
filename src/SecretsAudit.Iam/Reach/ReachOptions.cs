namespace SecretsAudit.Iam;

/// <summary>What a search for access looks at, and how long.</summary>
public sealed record ReachOptions
{
    /// <summary>The search with its defaults.</summary>
    public static ReachOptions Default { get; } = new();

    /// <summary>Whose requests are looked for.</summary>
    public Outsiders Outsiders { get; init; } = Outsiders.AnyoneOutside;

    /// <summary>
    /// The actions in question, such as <c>secretsmanager:GetSecretValue</c>; empty for all that the policy's kind is about, or one of each
    /// kind of action that the policy tells apart.
    /// </summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>The ARN of the resource that holds the policy; null to look at every resource that the policy tells apart.</summary>
    public string? Resource { get; init; }

    /// <summary>The moment from which a request can be sent: conditions on the time that have expired let nobody in. Null takes any time.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>
    /// What is known of the resource: condition keys that AWS sets from it, such as <c>aws:ResourceTag/team</c>. A key that is not given may
    /// be absent or hold any value.
    /// </summary>
    public RequestContext? Known { get; init; }

    /// <summary>The steps after which the search gives up and answers <see cref="ReachVerdict.Undetermined"/>; about as many comparisons; default 4,000,000, a few hundred milliseconds at most.</summary>
    public long Budget { get; init; } = 4_000_000;

    /// <summary>Looks at this Allow statement only, by its place among the policy's statements; null looks at all.</summary>
    public int? Statement { get; init; }
}

/// <summary>Whose requests a search looks for.</summary>
public enum Outsiders
{
    /// <summary>Whoever is outside of the trust zone, named by the policy or not; services only where the policy does not name them.</summary>
    AnyoneOutside,

    /// <summary>
    /// Strangers: those whom the policy names neither themselves nor by account, organisation, network or a narrow range of addresses. What
    /// lets them in is public in the sense of AWS's block of public access.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status"/>
    Strangers,

    /// <summary>Whoever is outside of the trust zone, and services that the policy names, acting for somebody outside (the confused deputy).</summary>
    AnyoneOutsideAndServices,
}
