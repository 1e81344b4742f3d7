using SecretsAudit.Iam;

namespace SecretsAudit.Cli.Policies;

/// <summary>What <c>policy check</c> was asked for.</summary>
internal sealed record PolicySettings
{
    /// <summary>Where the policies are attached; null to guess.</summary>
    public required PolicyKind? Kind { get; init; }

    /// <summary>Who is not outside; null asks for strangers only.</summary>
    public required TrustZone? Zone { get; init; }

    /// <summary>The resource's ARN; null for any.</summary>
    public required string? Resource { get; init; }

    /// <summary>text, json or sarif.</summary>
    public required string Format { get; init; }

    /// <summary>The file to write as the user named it; null for stdout.</summary>
    public required string? Output { get; init; }

    /// <summary>What fails the run.</summary>
    public required PolicyThreshold FailOn { get; init; }
}
