using SecretsAudit.Engine.Yaml;

namespace SecretsAudit.Engine.Rules.Testing;

/// <summary>How one test of a rule's file came out.</summary>
/// <param name="RuleId">The rule's id.</param>
/// <param name="RuleName">The rule's name.</param>
/// <param name="TestName">The test's name.</param>
/// <param name="At">Where the test stands.</param>
/// <param name="Failure">What went differently, as a sentence; null when the test passed.</param>
public sealed record RuleTestResult(string RuleId, string RuleName, string TestName, DocumentPosition At, string? Failure)
{
    /// <summary>Whether the test passed.</summary>
    public bool Passed => Failure is null;
}
