using SecretsAudit.Model;

namespace SecretsAudit.Worker.History;

/// <summary>Decides the state a finding enters from the one it was in.</summary>
internal static class FindingLife
{
    /// <summary>The state of a finding that is there.</summary>
    /// <param name="finding">The finding as the audit reported it; the audit knows the waivers.</param>
    /// <param name="before">Its state after the run before; null when it was never seen.</param>
    public static FindingState Seen(Finding finding, FindingState? before) => (finding.State, before) switch
    {
        (FindingState.Waived, _) => FindingState.Waived,
        (_, null) => FindingState.New,
        (_, FindingState.Fixed or FindingState.Waived) => FindingState.Reopened,
        _ => FindingState.Open,
    };
}
