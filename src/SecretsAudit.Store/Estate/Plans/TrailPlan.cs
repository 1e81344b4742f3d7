using SecretsAudit.Store.Estate.Company;

namespace SecretsAudit.Store.Estate.Plans;

/// <summary>A trail of the company: where it is at home, and how it was set up.</summary>
/// <param name="Place">The account and the home region.</param>
/// <param name="Name">Its name; its bucket is called the same with the company's name before it.</param>
internal sealed record TrailPlan(Place Place, string Name)
{
    /// <summary>Whether it records every region.</summary>
    public bool IsMultiRegion { get; init; } = true;

    /// <summary>Whether a reader can tell that its files were not changed, and whether a key of the company's encrypts them.</summary>
    public bool IsSealed { get; init; } = true;

    /// <summary>Whether somebody stopped it this morning.</summary>
    public bool IsStoppedToday { get; init; }
}
