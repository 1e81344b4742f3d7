namespace SecretsAudit.Iam;

/// <summary>Whether any request from outside is allowed.</summary>
public abstract record ReachVerdict
{
    private ReachVerdict()
    {
    }

    /// <summary>No request from outside is allowed; every class of requests that the policy tells apart was looked at.</summary>
    /// <param name="Limits">What the proof takes for granted, one sentence each.</param>
    public sealed record Denied(IReadOnlyList<string> Limits) : ReachVerdict;

    /// <summary>A request from outside is allowed.</summary>
    /// <param name="Witness">Such a request, confirmed by <see cref="PolicyEvaluator"/>.</param>
    public sealed record Allowed(ReachWitness Witness) : ReachVerdict;

    /// <summary>The search could not find out. This is no "no".</summary>
    /// <param name="Reason">Why, in one sentence.</param>
    public sealed record Undetermined(string Reason) : ReachVerdict;
}
