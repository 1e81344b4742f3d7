using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>One filter of a list: a key and values, any of which may match; filters together must all match.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Filter.html"/>
internal sealed record SecretFilter
{
    public string? Key { get; init; }

    public IReadOnlyList<string?>? Values { get; init; }

    public bool Matches(Secret secret)
    {
        var sawPositive = false;
        foreach (var value in Values!)
        {
            // A value after an exclamation mark excludes what matches it.
            if (value!.StartsWith('!'))
            {
                if (Matches(secret, value[1..]))
                {
                    return false;
                }

                continue;
            }

            sawPositive = true;
            if (Matches(secret, value))
            {
                return true;
            }
        }

        return !sawPositive;
    }

    /// <summary>Filters as a text, for page tokens.</summary>
    public static string Fingerprint(IReadOnlyList<SecretFilter?>? filters) =>
        string.Join('\n', (filters ?? []).Select(filter => $"{filter!.Key}={string.Join('|', filter.Values!)}"));

    public static void Check(IReadOnlyList<SecretFilter?>? filters, Constraints check) => check.Each(filters, "filters", 0, 10, (filter, place) => check
        .Required(filter.Key, place + ".key")
        .OneOf(filter.Key, place + ".key", "description", "name", "tag-key", "tag-value", "primary-region", "owning-service", "all")
        .Required(filter.Values, place + ".values")
        .Each(filter.Values, place + ".values", 1, 10, (value, at) => check
            .Length(value, at, 0, 512)
            .Pattern(value, at, text => text.All(c => char.IsAsciiLetterOrDigit(c) || " :_@/+=.-!".Contains(c, StringComparison.Ordinal)), @"^\!?[a-zA-Z0-9 :_@\/\+\=\.\-\!]*$")));

    private bool Matches(Secret secret, string value) => Key switch
    {
        "name" => secret.Name.StartsWith(value, StringComparison.Ordinal),
        "description" => secret.Description?.StartsWith(value, StringComparison.OrdinalIgnoreCase) ?? false,
        "tag-key" => secret.Tags.Any(tag => tag.Key.StartsWith(value, StringComparison.Ordinal)),
        "tag-value" => secret.Tags.Any(tag => tag.Value.StartsWith(value, StringComparison.Ordinal)),
        "primary-region" => secret.PrimaryRegion?.StartsWith(value, StringComparison.Ordinal) ?? false,
        "owning-service" => secret.OwningService?.StartsWith(value, StringComparison.Ordinal) ?? false,
        _ => value.Split([' ', '/', '_', '+', '=', '.', '@', '-', '!', ':'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words
            && words.All(word => AnyAttributeContains(secret, word)),
    };

    private static bool AnyAttributeContains(Secret secret, string word) =>
        Has(secret.Name, word) || Has(secret.Description, word) || Has(secret.PrimaryRegion, word) || Has(secret.OwningService, word)
        || secret.Tags.Any(tag => Has(tag.Key, word) || Has(tag.Value, word));

    private static bool Has(string? text, string word) => text?.Contains(word, StringComparison.OrdinalIgnoreCase) ?? false;
}
