using System.Text.Json;

namespace SecretsAudit.Cli.Options;

/// <summary>What the file of <c>--events</c> holds; null is what it leaves out.</summary>
internal sealed record EventRulesDocument
{
    public IReadOnlyList<Rule>? Rules { get; init; }

    public IReadOnlyList<Threshold>? Alarms { get; init; }

    internal sealed record Rule
    {
        public required string Name { get; init; }

        public required JsonElement Pattern { get; init; }

        public required string Url { get; init; }

        public string? DeadLetterFile { get; init; }

        public int? Attempts { get; init; }

        public bool? IncludeReads { get; init; }
    }

    internal sealed record Threshold
    {
        public required string Name { get; init; }

        public required string Metric { get; init; }

        public required double AtLeast { get; init; }
    }
}
