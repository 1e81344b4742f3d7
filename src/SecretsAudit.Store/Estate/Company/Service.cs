using static SecretsAudit.Store.Estate.Company.Place;

namespace SecretsAudit.Store.Estate.Company;

/// <summary>A service of the company with the secrets it holds, and the regions it runs in.</summary>
/// <param name="Team">Who owns it.</param>
/// <param name="Name">The third part of its secrets' names, and the role that reads them.</param>
/// <param name="Secrets">The fourth part of the names, with what each unlocks.</param>
internal sealed record Service(Team Team, string Name, params (string Purpose, SecretKind Kind)[] Secrets)
{
    /// <summary>Regions of production (or of the shared account, for a service that lives there).</summary>
    public IReadOnlyList<string> Live { get; init; } = [Frankfurt];

    /// <summary>Regions of staging.</summary>
    public IReadOnlyList<string> Rehearsed { get; init; } = [];

    /// <summary>How many of its secrets staging has: partners and banks often give no test access.</summary>
    public int RehearsedSecrets { get; init; } = int.MaxValue;
}
