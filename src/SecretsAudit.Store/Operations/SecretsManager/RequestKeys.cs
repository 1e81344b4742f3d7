namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Condition keys that a request itself brings.</summary>
/// <seealso href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html#awssecretsmanager-policy-keys"/>
internal static class RequestKeys
{
    /// <summary>The key with its value; nothing for a member that is absent.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(string key, string? value) => value is null ? [] : [new(key, value)];

    /// <summary>The tags in the request, each by its key, and the keys together.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(IReadOnlyList<WireTag?>? tags) => TagConditionKeys.OfRequest(
        (tags ?? []).Where(tag => tag is { Key: not null, Value: not null }).Select(tag => new KeyValuePair<string, string>(tag!.Key!, tag.Value!)));
}
