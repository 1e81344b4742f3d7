using System.Globalization;

namespace SecretsAudit.Iam.Reach.Search;

/// <summary>What the proof that nobody outside gets in takes for granted.</summary>
internal static class ProofLimits
{
    public static IReadOnlyList<string> Of(PolicyTerms terms, TrustZone zone, ReachOptions options)
    {
        var limits = new List<string> { "Only what this policy grants was looked at, not what identity policies of trusted accounts pass on." };
        if (options.Actions.Count == 0 && terms.Policy.Kind is PolicyKind.Secret or PolicyKind.Key or PolicyKind.RoleTrust)
            limits.Add("The actions are those that AWS documented in August 2026.");
        if (options.Outsiders == Outsiders.Strangers)
            limits.Add("Accounts, organisations, networks and services that the policy names are trusted.");
        else if (terms.Named.Services.Count > 0 && options.Outsiders != Outsiders.AnyoneOutsideAndServices)
            limits.Add("Services that the policy names are trusted to act for its owner only.");
        if (terms.Named.UniqueIds.Count > 0)
            limits.Add("Unique ids that the policy names are taken to be of trusted users and roles.");
        if (options.Outsiders != Outsiders.Strangers && zone.Organizations.Count + zone.OrganizationPaths.Count > 0)
            limits.Add("Accounts join and leave organisations: who is trusted by organisation is trusted as of the request.");
        if (terms.Of("aws:SourceArn").Any(term => term.Condition.Values.Any(HasNoAccount)))
            limits.Add("Resources without an account in their ARN that the policy spells out, such as buckets, are taken to be the owner's.");
        if (terms.Policy.Kind == PolicyKind.RoleTrust && terms.Policy.Statements.Any(statement => statement.Principals.Any(entry => entry.Kind == PolicyPrincipalKind.Federated)))
            limits.Add("Identity providers other than those open to everybody, and subjects that the policy spells out, are trusted.");
        if (options.Known is { Count: > 0 })
            limits.Add("The resource is as given; with other tags the answer may differ.");
        if (options.AsOf is { } from && terms.Of(["aws:CurrentTime", "aws:EpochTime"]).Any())
            limits.Add(string.Create(CultureInfo.InvariantCulture, $"Requests are sent at {from.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z or later."));
        return limits;
    }

    private static bool HasNoAccount(string arn) => arn.Split(':', 6) is [_, _, _, _, "", _] && !arn.AsSpan().ContainsAny('*', '?');
}
