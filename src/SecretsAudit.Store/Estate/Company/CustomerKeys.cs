namespace SecretsAudit.Store.Estate.Company;

/// <summary>The company's own KMS keys, by alias.</summary>
internal static class CustomerKeys
{
    /// <summary>Card data has a key of its own in every region of production and staging.</summary>
    public const string Cardholder = "alias/cardholder-secrets";

    /// <summary>A customer key whose alias looks like AWS's, from the days before the naming convention.</summary>
    public const string LooksManaged = "alias/aws-secrets";

    /// <summary>Another one.</summary>
    public const string LooksManagedToo = "alias/secretsmanager";

    /// <summary>The key for everything else in an account.</summary>
    public static string General(Environment environment) => $"alias/{environment.Code}-secrets";

    /// <summary>The key that the conventions ask for.</summary>
    public static string For(Place place, Team team) =>
        team == Team.Payments && place.Environment != Environment.Shared ? Cardholder : General(place.Environment);

    /// <summary>The aliases in a place, each of a key of its own.</summary>
    public static IEnumerable<string> In(Place place)
    {
        yield return General(place.Environment);
        if (place.Environment != Environment.Shared)
            yield return Cardholder;
        if (place is { Region: Place.Frankfurt })
            yield return place.Environment == Environment.Production ? LooksManaged : LooksManagedToo;
    }
}
