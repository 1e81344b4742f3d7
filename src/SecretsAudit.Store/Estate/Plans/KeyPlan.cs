using SecretsAudit.Store.Estate.Company;

namespace SecretsAudit.Store.Estate.Plans;

/// <summary>The life of a KMS key that is not like the others.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Alias">Its alias, with <c>alias/</c>.</param>
internal sealed record KeyPlan(Place Place, string Alias)
{
    /// <summary>Whether its material rotates every year, as the company's keys do.</summary>
    public bool Rotates { get; init; } = true;

    /// <summary>Its kind; null for the symmetric one that encrypts secrets.</summary>
    public string? Spec { get; init; }

    /// <summary>Whether it can be replicated to other regions.</summary>
    public bool IsMultiRegion { get; init; }

    /// <summary>The policy it was given when it was made; null for AWS's default.</summary>
    public string? Policy { get; init; }

    /// <summary>The policy that replaced it this morning; null when none did.</summary>
    public string? PolicySinceToday { get; init; }

    /// <summary>Whether somebody disabled it this morning.</summary>
    public bool IsDisabledToday { get; init; }

    /// <summary>Whether somebody asked for its deletion this morning.</summary>
    public bool IsDeletedToday { get; init; }

    /// <summary>What an audit must, or must not, say about it.</summary>
    public IReadOnlyList<Expectation> Expectations { get; init; } = [];

    /// <summary>It breaks a rule.</summary>
    public KeyPlan Breaks(string rule, string why) => this with { Expectations = [.. Expectations, new(rule, IsViolation: true, why)] };

    /// <summary>It looks as if it broke a rule.</summary>
    public KeyPlan Resembles(string rule, string why) => this with { Expectations = [.. Expectations, new(rule, IsViolation: false, why)] };
}
