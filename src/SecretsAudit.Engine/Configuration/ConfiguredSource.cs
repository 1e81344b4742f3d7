using SecretsAudit.Model;

namespace SecretsAudit.Engine.Configuration;

/// <summary>Where a configuration says the inventory is read.</summary>
public sealed record ConfiguredSource
{
    /// <summary><c>aws</c>, <c>store</c> or a file's path, relative to the configuration; null when it does not say.</summary>
    public string? Kind { get; init; }

    /// <summary>One endpoint for all services; null for AWS's own.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Names of profiles in <c>~/.aws</c>.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>Region codes.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Accounts and regions that the inventory must hold.</summary>
    public IReadOnlyList<Scope> Expected { get; init; } = [];
}
