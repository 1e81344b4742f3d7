using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.Inspection;

/// <summary>What a value was judged to be.</summary>
/// <param name="rule">The rule it breaks.</param>
/// <param name="format">The credential's format.</param>
/// <param name="confidence">How sure.</param>
/// <param name="reason">Why, without the value.</param>
internal sealed class Verdict(string rule, string format, CredentialConfidence confidence, string reason)
{
    public string Rule { get; } = rule;

    public string Format { get; } = format;

    public CredentialConfidence Confidence { get; } = confidence;

    public string Reason { get; } = reason;
}
