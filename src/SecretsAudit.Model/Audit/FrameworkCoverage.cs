namespace SecretsAudit.Model;

/// <summary>How one framework's controls came out in a run.</summary>
/// <param name="Id">The framework's id: <c>pci-dss-4.0.1</c>.</param>
/// <param name="Name">Its name as its publisher gives it.</param>
/// <param name="Source">The publisher's page.</param>
/// <param name="Controls">Its controls, in its own order.</param>
public sealed record FrameworkCoverage(string Id, string Name, Uri Source, IReadOnlyList<ControlCoverage> Controls)
{
    /// <summary>How many controls came out in a way.</summary>
    public int Count(ControlStatus status) => Controls.Count(control => control.Status == status);
}
