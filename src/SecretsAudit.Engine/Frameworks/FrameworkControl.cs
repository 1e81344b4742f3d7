using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Frameworks;

/// <summary>One control of a framework.</summary>
public sealed record FrameworkControl
{
    /// <summary>Its id: <c>8.6.3</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What it demands, in our own words.</summary>
    public required string Title { get; init; }

    /// <summary>The names of the rules that give evidence for it, besides those that name the control themselves.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>Why no machine can check it, or what a person has to look at besides; null when the rules are all there is.</summary>
    public string? Manual { get; init; }

    /// <summary>Where its file states it.</summary>
    public required DocumentPosition At { get; init; }
}
