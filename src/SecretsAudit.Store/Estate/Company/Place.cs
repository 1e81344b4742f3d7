namespace SecretsAudit.Store.Estate.Company;

/// <summary>One account in one region.</summary>
internal sealed record Place(Environment Environment, string Region)
{
    public const string Frankfurt = "eu-central-1";
    public const string Ireland = "eu-west-1";
    public const string Virginia = "us-east-1";

    /// <summary>The regions the company uses; the first is its home.</summary>
    public static IReadOnlyList<string> Regions { get; } = [Frankfurt, Ireland, Virginia];

    /// <summary>Every account in every region.</summary>
    public static IReadOnlyList<Place> All { get; } =
        [.. Environment.All.SelectMany(environment => Regions.Select(region => new Place(environment, region)))];

    public static Place Production(string region = Frankfurt) => new(Environment.Production, region);

    public static Place Staging(string region = Frankfurt) => new(Environment.Staging, region);

    public static Place Shared(string region = Frankfurt) => new(Environment.Shared, region);

    /// <inheritdoc/>
    public override string ToString() => $"{Environment.Id}/{Region}";
}
