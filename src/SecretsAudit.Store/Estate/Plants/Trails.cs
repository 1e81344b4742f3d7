using SecretsAudit.Store.Estate.Company;
using SecretsAudit.Store.Estate.Plans;
using static SecretsAudit.Store.Estate.Company.Place;

namespace SecretsAudit.Store.Estate.Plants;

/// <summary>Who records what happens: production as it should be, staging in one region and unsealed, shared services not any more.</summary>
internal static class Trails
{
    /// <summary>The company's trails.</summary>
    public static IReadOnlyList<TrailPlan> All { get; } =
    [
        new(Production(), "company-trail"),
        new(Staging(), "staging-trail") { IsMultiRegion = false, IsSealed = false },
        new(Shared(), "shared-trail") { IsStoppedToday = true },
    ];

    /// <summary>What an audit must say about accounts in their regions.</summary>
    public static IEnumerable<(Place Place, Expectation Expectation)> Expectations()
    {
        foreach (var region in Regions)
        {
            const string Everywhere = "The trail of Frankfurt records every region.";
            yield return (Production(region), new(HouseRuleNames.TrailNotRecording, IsViolation: false, Everywhere));
            yield return (Production(region), new(HouseRuleNames.TrailNotEverywhere, IsViolation: false, Everywhere));
            yield return (Production(region), new(HouseRuleNames.TrailUnvalidated, IsViolation: false, "Its files are validated."));
            yield return (Production(region), new(HouseRuleNames.TrailUnencrypted, IsViolation: false, "A key of the company's encrypts its files."));

            yield return (Staging(region), new(HouseRuleNames.TrailNotEverywhere, IsViolation: true, "The trail is one of Frankfurt alone."));
            yield return (Staging(region), region == Frankfurt
                ? new(HouseRuleNames.TrailNotRecording, IsViolation: false, "The trail of this region records it.")
                : new(HouseRuleNames.TrailNotRecording, IsViolation: true, "The trail of Frankfurt does not record this region."));

            yield return (Shared(region), new(HouseRuleNames.TrailNotRecording, IsViolation: true, "The trail was stopped this morning."));
            yield return (Shared(region), new(HouseRuleNames.TrailNotEverywhere, IsViolation: true, "The trail is of every region, and was stopped."));
        }

        yield return (Staging(), new(HouseRuleNames.TrailUnvalidated, IsViolation: true, "Nobody switched validation on."));
        yield return (Staging(), new(HouseRuleNames.TrailUnencrypted, IsViolation: true, "Under the bucket's own key."));
    }
}
