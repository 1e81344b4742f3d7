namespace SecretsAudit.Store.Access;

/// <summary>The one place that decides who may do what.</summary>
internal interface IAccessDecision
{
    AccessVerdict Decide(AccessQuestion question);
}

/// <summary>The decision, and for a refusal the ending of AWS's message.</summary>
internal readonly record struct AccessVerdict(bool Allowed, string? Reason)
{
    public static readonly AccessVerdict Allow = new(true, null);

    /// <summary>Whether a policy denies it outright, which no grant overrides.</summary>
    public bool IsExplicit => Reason?.Contains("explicit deny", StringComparison.Ordinal) is true;

    public static AccessVerdict Deny(string reason) => new(false, reason);
}
