namespace SecretsAudit.Model;

/// <summary>One bar of a distribution.</summary>
/// <param name="Label">What the bar covers: <c>31–90 days</c>.</param>
/// <param name="Count">How many fall in it.</param>
public sealed record HistogramBucket(string Label, int Count);
