namespace SecretsAudit.Iam;

/// <summary>What <see cref="PolicyCheck"/> found.</summary>
public sealed record PolicyCheckResult
{
    /// <summary>The policy; null when AWS would refuse the text.</summary>
    public PolicyDocument? Document { get; init; }

    /// <summary>The remarks in the order of the text.</summary>
    public required IReadOnlyList<PolicyRemark> Remarks { get; init; }

    /// <summary>Whether somebody outside of the trust zone gets in; null without a zone, for a policy that is refused, and for one that grants nothing by itself.</summary>
    public ReachVerdict? Outside { get; init; }

    /// <summary>Who gets in, statement by statement; null for a policy that is refused or grants nothing by itself.</summary>
    public PolicyReach? Reach { get; init; }

    /// <summary>Who gets in, by name; null like <see cref="Reach"/>.</summary>
    public PolicyAudience? Audience { get; init; }
}
