using SecretsAudit.Store.Wire.Errors;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>One filter of a list: a key and values, any of which may match; filters together must all match.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Filter.html"/>
internal sealed record SecretFilter
{
    private static readonly string[] Keys = ["all", "name", "tag-key", "description", "tag-value", "primary-region", "owning-service"];

    public string? Key { get; init; }

    public IReadOnlyList<string?>? Values { get; init; }

    /// <summary>Whether any value matches; a value after an exclamation mark matches what its rest does not.</summary>
    public bool Matches(Secret secret) =>
        Values!.Any(value => value!.StartsWith('!') ? !Matches(secret, value[1..]) : Matches(secret, value));

    /// <summary>Filters as a text, for page tokens.</summary>
    public static string Fingerprint(IReadOnlyList<SecretFilter?>? filters) =>
        string.Join('\n', (filters ?? []).Select(filter => $"{filter!.Key}={string.Join('|', filter.Values!)}"));

    // The enumeration in the message is the one that AWS was seen to answer with.
    public static void Check(IReadOnlyList<SecretFilter?>? filters, Constraints check) => check.Each(filters, "filters", 0, 10, (filter, place) => check
        .OneOf(filter.Key, place + ".key", Keys, "all, name, tag-key, description, tag-value")
        .Each(filter.Values, place + ".values", 1, 10, (value, at) => check
            .Length(value, at, 0, 512)
            .Pattern(value, at, text => text.All(c => char.IsAsciiLetterOrDigit(c) || " :_@/+=.-!".Contains(c, StringComparison.Ordinal)), @"^\!?[a-zA-Z0-9 :_@\/\+\=\.\-\!]*$")));

    /// <exception cref="InvalidParameterException">A filter has no key or no values: the service model lets both be absent.</exception>
    public static void RequireMembers(IReadOnlyList<SecretFilter?>? filters)
    {
        foreach (var filter in filters ?? [])
        {
            if (filter!.Key is null)
            {
                throw new InvalidParameterException("Invalid filter key");
            }

            if (filter.Values is null)
            {
                throw new InvalidParameterException($"Invalid filter values for key: {filter.Key}");
            }
        }
    }

    private bool Matches(Secret secret, string value) => Key switch
    {
        "name" => secret.Name.StartsWith(value, StringComparison.Ordinal),
        "description" => SearchWords.Match(secret.Description, value),
        "tag-key" => secret.Tags.Any(tag => tag.Key.StartsWith(value, StringComparison.Ordinal)),
        "tag-value" => secret.Tags.Any(tag => tag.Value.StartsWith(value, StringComparison.Ordinal)),
        "primary-region" => secret.PrimaryRegion?.StartsWith(value, StringComparison.Ordinal) ?? false,
        "owning-service" => secret.OwningService?.StartsWith(value, StringComparison.Ordinal) ?? false,
        _ => SearchWords.Match(secret.Name, value) || SearchWords.Match(secret.Description, value) || SearchWords.Match(secret.PrimaryRegion, value)
            || SearchWords.Match(secret.OwningService, value)
            || secret.Tags.Any(tag => SearchWords.Match(tag.Key, value) || SearchWords.Match(tag.Value, value)),
    };
}
