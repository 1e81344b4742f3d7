namespace SecretsAudit.Store.Estate.Company;

/// <summary>One AWS account of the company, which is one environment.</summary>
/// <param name="Id">The twelve-digit account id; plainly made up.</param>
/// <param name="Code">How names begin: <c>prod</c>, <c>staging</c>, <c>shared</c>.</param>
/// <param name="Name">What people call the account.</param>
internal sealed record Environment(string Id, string Code, string Name)
{
    /// <summary>Where customers are served.</summary>
    public static Environment Production { get; } = new("111122223333", "prod", "quillmere-production");

    /// <summary>Where releases are tried.</summary>
    public static Environment Staging { get; } = new("444455556666", "staging", "quillmere-staging");

    /// <summary>Build, identity, network and monitoring for the other two.</summary>
    public static Environment Shared { get; } = new("777788889999", "shared", "quillmere-shared-services");

    /// <summary>All three.</summary>
    public static IReadOnlyList<Environment> All { get; } = [Production, Staging, Shared];

    /// <summary>The organisation they belong to.</summary>
    public const string Organization = "o-quillmere01";

    /// <summary>The ARN under which a role's calls are made; services name their session after themselves.</summary>
    public string Session(string role) => $"arn:aws:sts::{Id}:assumed-role/{role}/{role}";

    /// <summary>The ARN of a role in this account.</summary>
    public string Role(string name) => $"arn:aws:iam::{Id}:role/{name}";
}
