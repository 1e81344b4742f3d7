using Amazon;
using Amazon.Runtime;

namespace SecretsAudit.Collectors;

/// <summary>One set of credentials and the regions to read with them.</summary>
public sealed record AwsTarget
{
    /// <summary>How a person calls it: the profile's name, an account's name. Never a credential.</summary>
    public required string Label { get; init; }

    /// <summary>The credentials to sign with.</summary>
    public required AWSCredentials Credentials { get; init; }

    /// <summary>The regions to read, as codes such as <c>eu-west-1</c>; at least one.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>The account the credentials belong to, twelve digits; null to ask AWS (<c>sts:GetCallerIdentity</c>).</summary>
    public string? Account { get; init; }

    /// <summary>The profile of <c>~/.aws/config</c> whose other settings apply; null for none.</summary>
    public Profile? Profile { get; init; }

    /// <summary>The target without its credentials.</summary>
    public override string ToString() => $"{Label} ({string.Join(", ", Regions)})";
}
