using SecretsAudit.Engine.Rules.Testing;

namespace SecretsAudit.Engine.Rules;

/// <summary>The parts of a rule that are compiled, and its tests.</summary>
internal sealed record RuleBody
{
    /// <summary>The condition under which it speaks about a secret; null when it speaks about every one.</summary>
    public required RuleExpression? When { get; init; }

    public required RuleExpression Fail { get; init; }

    public required MessageTemplate Message { get; init; }

    public required IReadOnlyList<RuleEvidence> Evidence { get; init; }

    /// <summary>The change that fixes it, by language.</summary>
    public required IReadOnlyList<RuleFix> Fixes { get; init; }

    public required IReadOnlyList<RuleTest> Tests { get; init; }

    /// <summary>The file's text, which leads from an expression to its line and column.</summary>
    public required string FileText { get; init; }
}
