namespace SecretsAudit.Model;

/// <summary>A rule's answer on one resource.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>The rule does not speak about this resource.</summary>
    public sealed record NotApplicable : Verdict;

    /// <summary>Compliant, on known facts.</summary>
    public sealed record Pass : Verdict;

    /// <summary>Not compliant.</summary>
    public sealed record Fail(string Message, IReadOnlyList<Evidence> Evidence) : Verdict;

    /// <summary>Cannot be told.</summary>
    /// <param name="Reason">Why, as a clause without a full stop.</param>
    public sealed record NotEvaluated(string Reason) : Verdict;
}
