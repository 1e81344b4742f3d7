using SecretsAudit.Store.Estate.Company;

namespace SecretsAudit.Store.Estate.Plans;

/// <summary>A parameter of Parameter Store.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Name">Its path, from the slash on.</param>
/// <param name="Type"><c>String</c>, <c>StringList</c> or <c>SecureString</c>.</param>
/// <param name="Key">The alias of the key that encrypts it; null for the one that AWS manages, or for none.</param>
internal sealed record ParameterPlan(Place Place, string Name, string Type, string? Key = null)
{
    /// <summary>The ARN that Parameter Store gives it.</summary>
    public string Arn => $"arn:aws:ssm:{Place.Region}:{Place.Environment.Id}:parameter{Name}";

    /// <summary>Whether a tag names who owns it.</summary>
    public bool HasOwner { get; init; } = true;

    /// <summary>Whether somebody gave it a new value this morning.</summary>
    public bool IsReplacedToday { get; init; }

    /// <summary>Whether it is of the advanced tier, which is paid for.</summary>
    public bool IsAdvanced { get; init; }

    /// <summary>The account with which it is shared; null for none. Only an advanced parameter can be.</summary>
    public string? SharedWith { get; init; }

    /// <summary>What an audit must, or must not, say about it.</summary>
    public IReadOnlyList<Expectation> Expectations { get; init; } = [];

    /// <summary>It breaks a rule.</summary>
    public ParameterPlan Breaks(string rule, string why) => this with { Expectations = [.. Expectations, new(rule, IsViolation: true, why)] };

    /// <summary>It looks as if it broke a rule.</summary>
    public ParameterPlan Resembles(string rule, string why) => this with { Expectations = [.. Expectations, new(rule, IsViolation: false, why)] };
}
