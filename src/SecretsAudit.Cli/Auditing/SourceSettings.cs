using SecretsAudit.Model;

namespace SecretsAudit.Cli.Auditing;

/// <summary>Where an inventory is to be read.</summary>
internal sealed record SourceSettings
{
    /// <summary><c>store</c>, <c>aws</c> or the path of a file.</summary>
    public required string Kind { get; init; }

    public Uri? Endpoint { get; init; }

    public IReadOnlyList<string> Profiles { get; init; } = [];

    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>The folder with the trail's log files; null to ask CloudTrail.</summary>
    public string? TrailFolder { get; init; }

    /// <summary>Accounts and regions that the inventory must hold.</summary>
    public IReadOnlyList<Scope> Expected { get; init; } = [];
}
