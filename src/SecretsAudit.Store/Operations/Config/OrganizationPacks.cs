using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Finding the conformance packs of the caller's account and region.</summary>
internal static class OrganizationPacks
{
    private const string Missing =
        "One or more organization conformance packs with specified names are not present. Ensure your names are correct and try your request again later.";

    extension(Constraints check)
    {
        public Constraints PackNames(IReadOnlyList<string?>? names) => check.Strings(names, "organizationConformancePackNames", 0, 25, 1, 128);
    }

    extension(Call call)
    {
        public OrganizationConformancePack? FindPack(string name) =>
            (OrganizationConformancePack?)call.State.Find(ScopedRow.IdOf(RowKind.OrganizationConformancePack, call.Account, call.Region, name));

        /// <summary>The packs that are named, or all.</summary>
        /// <exception cref="NoSuchOrganizationConformancePackException">One is named that is not there.</exception>
        public IEnumerable<OrganizationConformancePack> Packs(IReadOnlyList<string?>? names) => names is { Count: > 0 }
            ? [.. names.Select(name => call.FindPack(name!) ?? throw new NoSuchOrganizationConformancePackException(Missing))]
            : call.Services.State.Shelf(RowKind.OrganizationConformancePack, call.Account, call.Region).Rows.Cast<OrganizationConformancePack>();

        /// <summary>A page of the packs that are named, or of all.</summary>
        /// <exception cref="NoSuchOrganizationConformancePackException">One is named that is not there.</exception>
        public (IReadOnlyList<OrganizationConformancePack> Page, string? NextToken) PackPage(IReadOnlyList<string?>? names, int? limit, string? token)
        {
            call.AuthorizeAll();
            return ConfigPage.Of(call.Packs(names), pack => pack.Name, token, ConfigPage.Size(limit, ConfigPage.Most));
        }
    }

    /// <summary>Deletes what an account has of a pack of the organisation; an excluded account has nothing.</summary>
    public static void Withdraw(Call call, string name)
    {
        if (call.FindConformancePack(name) is { } deployed)
        {
            ConformancePacks.Remove(call, deployed);
        }
    }

    /// <summary>The pack's name in each account that has it.</summary>
    public static string NameInAccount(OrganizationConformancePack pack) => $"OrgConformsPack-{pack.PackId}";

    /// <summary>A pack is put at once, so its deployment has always succeeded.</summary>
    public static string Status(OrganizationConformancePack pack) => pack.WasUpdated ? "UPDATE_SUCCESSFUL" : "CREATE_SUCCESSFUL";
}
