using SecretsAudit.Model;

namespace SecretsAudit.Reports.Text;

/// <summary>A finding's state in the words of the reports.</summary>
internal static class StateWords
{
    /// <summary>In the order of a finding's life.</summary>
    public static IReadOnlyList<FindingState> All { get; } =
        [FindingState.New, FindingState.Reopened, FindingState.Open, FindingState.Waived, FindingState.Fixed];

    /// <summary>Lower case, stable: used as a key in files and styles.</summary>
    public static string Key(FindingState state) => state switch
    {
        FindingState.New => "new",
        FindingState.Open => "open",
        FindingState.Waived => "waived",
        FindingState.Fixed => "fixed",
        FindingState.Reopened => "reopened",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>True while somebody has to act on it: new, open or reopened.</summary>
    public static bool IsActive(FindingState state) => state is FindingState.New or FindingState.Open or FindingState.Reopened;
}
