using SecretsAudit.Engine.Baselines;

namespace SecretsAudit.Cli.Options;

/// <summary>The baseline of a run.</summary>
/// <param name="Name">The file as the user named it; null for none.</param>
/// <param name="Before">What an earlier run found; null when nothing is known of one.</param>
/// <param name="WriteTo">Where to leave what this run finds, absolute; null for nowhere.</param>
internal sealed record BaselineChoice(string? Name, Baseline? Before, string? WriteTo);
