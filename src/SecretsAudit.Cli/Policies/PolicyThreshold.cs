using SecretsAudit.Cli.Options;
using SecretsAudit.Iam;

namespace SecretsAudit.Cli.Policies;

/// <summary>What ends a check with exit code 1.</summary>
/// <param name="Outside">Whether somebody outside getting in does.</param>
/// <param name="Remarks">The least remark that does; null for none.</param>
internal sealed record PolicyThreshold(bool Outside, RemarkSeverity? Remarks)
{
    /// <summary>The choices, the strictest last.</summary>
    public static IReadOnlyList<string> Words { get; } = ["none", "error", "outside", "security", "warning", "suggestion"];

    /// <exception cref="UsageException">It is none of the choices.</exception>
    public static PolicyThreshold Of(string word) => word switch
    {
        "none" => new(false, null),
        "error" => new(false, RemarkSeverity.Error),
        "outside" => new(true, RemarkSeverity.Error),
        "security" => new(true, RemarkSeverity.Security),
        "warning" => new(true, RemarkSeverity.Warning),
        "suggestion" => new(true, RemarkSeverity.Suggestion),
        _ => throw new UsageException($"--fail-on: {Choices.Unknown("threshold", word, Words)}"),
    };

    /// <summary>The exit code: what could not be told outranks what was found.</summary>
    public ExitCode Judge(IReadOnlyList<CheckedPolicy> policies)
    {
        if (policies.Any(policy => policy.Verdict == PolicyVerdict.Undetermined))
            return ExitCode.Incomplete;
        return policies.Any(Fails) ? ExitCode.Findings : ExitCode.Clean;
    }

    private bool Fails(CheckedPolicy policy) =>
        (Outside && policy.Verdict == PolicyVerdict.SomebodyOutside) || (Remarks is { } least && policy.Result.Remarks.Any(remark => remark.Severity >= least));
}
