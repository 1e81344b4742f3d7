using SecretsAudit.Store.Estate.Company;
using Env = SecretsAudit.Store.Estate.Company.Environment;

namespace SecretsAudit.Store.Estate.Plans;

/// <summary>Secrets that keep every rule: customer key, rotation where the kind asks for it, read by their service.</summary>
internal static class Ordinary
{
    /// <summary>The secrets of every service, in every region it runs in.</summary>
    public static IEnumerable<SecretPlan> All()
    {
        foreach (var service in ShopServices.All)
        {
            foreach (var secret in Of(service, Env.Production, service.Live, service.Secrets.Length))
                yield return secret;
            foreach (var secret in Of(service, Env.Staging, service.Rehearsed, service.RehearsedSecrets))
                yield return secret;
        }

        foreach (var secret in SharedServices.All.SelectMany(service => Of(service, Env.Shared, service.Live, service.Secrets.Length)))
            yield return secret;
    }

    /// <summary>One such secret, by its name.</summary>
    /// <param name="name">Environment, team, service and purpose.</param>
    /// <param name="region">The region.</param>
    /// <param name="kind">What it unlocks.</param>
    /// <param name="created">The day of its creation.</param>
    public static SecretPlan Secret(string name, string region, SecretKind kind, string created)
    {
        var parts = name.Split('/');
        var place = new Place(Env.All.Single(environment => environment.Code == parts[0]), region);
        return Secret(place, Team.All.Single(team => team.Code == parts[1]), parts[2], parts[3], kind, Calendar.Day(created, name, region));
    }

    private static IEnumerable<SecretPlan> Of(Service service, Env environment, IReadOnlyList<string> regions, int count)
    {
        var launch = Calendar.Start.AddDays(Dice.For("launch", service.Name).Between(2, 560));
        if (environment == Env.Staging)
            launch = launch.AddDays(-1);
        for (var index = 0; index < regions.Count; index++)
        {
            var place = new Place(environment, regions[index]);
            // The other regions followed when the shop opened there.
            var opened = launch.AddDays(index * Dice.For("opening", service.Name).Between(60, 210));
            foreach (var (purpose, kind) in service.Secrets.Take(count))
            {
                var created = opened.AddDays(Dice.For("created", service.Name, purpose).Between(0, 9)).AddMinutes(Dice.For(purpose, place.Region, environment.Code).Between(0, 600));
                yield return Secret(place, service.Team, service.Name, purpose, kind, created);
            }
        }
    }

    private static SecretPlan Secret(Place place, Team team, string service, string purpose, SecretKind kind, DateTimeOffset created)
    {
        var name = $"{place.Environment.Code}/{team.Code}/{service}/{purpose}";
        return new()
        {
            Place = place,
            Team = team,
            Service = service,
            Purpose = purpose,
            Kind = kind,
            Created = created,
            Rotation = RotationPlan.Usual(place, name, kind, created),
            Use = UsePlan.Usual(place, name, kind, created),
        };
    }
}
