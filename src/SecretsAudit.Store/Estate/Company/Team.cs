namespace SecretsAudit.Store.Estate.Company;

/// <summary>A team, as the <c>owner</c> and <c>cost-center</c> tags and the second part of a name show it.</summary>
/// <param name="Code">The second part of a secret's name.</param>
/// <param name="CostCenter">Where its costs are booked.</param>
internal sealed record Team(string Code, string CostCenter)
{
    public static Team Payments { get; } = new("payments", "CC-4110");
    public static Team Storefront { get; } = new("storefront", "CC-4120");
    public static Team Orders { get; } = new("orders", "CC-4130");
    public static Team Customer { get; } = new("customer", "CC-4140");
    public static Team Analytics { get; } = new("analytics", "CC-5210");
    public static Team Finance { get; } = new("finance", "CC-6300");
    public static Team Platform { get; } = new("platform", "CC-7010");
    public static Team Observability { get; } = new("observability", "CC-7020");
    public static Team Security { get; } = new("security", "CC-7030");
    public static Team Network { get; } = new("network", "CC-7040");
    public static Team Workplace { get; } = new("workplace", "CC-7050");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Team> All { get; } =
        [Payments, Storefront, Orders, Customer, Analytics, Finance, Platform, Observability, Security, Network, Workplace];

    /// <summary>The team's mail address.</summary>
    public string Mail => $"{Code}-team@example.com";
}
