using SecretsAudit.Model;

namespace SecretsAudit.Cli.Auditing;

/// <summary>What <c>scan</c> looks at.</summary>
internal abstract record ScanSettings
{
    private ScanSettings()
    {
    }

    /// <summary>What the report calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Full paths; one at least, except for a stream.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>What is less sure is left out. A value that a secret has is reported in any case.</summary>
    public Confidence LeastConfidence { get; init; } = Confidence.Low;

    /// <summary>Whose values everything is compared with; null for nobody's.</summary>
    public MatchedStore? Match { get; init; }

    /// <summary>Files and folders as they are on disk.</summary>
    public sealed record Tree : ScanSettings
    {
        /// <summary>The folder that paths are told from, where several are scanned; null where it is the scanned one.</summary>
        public string? Root { get; init; }
    }

    /// <summary>Standard input.</summary>
    public sealed record Input : ScanSettings;

    /// <summary>Lines that the next commit adds.</summary>
    public sealed record Staged : ScanSettings;

    /// <summary>Lines added since a commit.</summary>
    /// <param name="Commit">The branch, tag or commit.</param>
    public sealed record Since(string Commit) : ScanSettings;

    /// <summary>Everything that was ever committed.</summary>
    public sealed record History : ScanSettings;
}
