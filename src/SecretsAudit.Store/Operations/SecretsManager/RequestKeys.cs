using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Condition keys that a request itself brings.</summary>
/// <seealso href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html#awssecretsmanager-policy-keys"/>
internal static class RequestKeys
{
    /// <summary>The key with its value; nothing for a member that is absent.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(string key, string? value) => value is null ? [] : [new(key, value)];

    /// <summary>The tags in the request, each by its key, and the keys together.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(IReadOnlyList<WireTag?>? tags) =>
        TagConditionKeys.OfRequest(Complete(tags).Select(static tag => new KeyValuePair<string, string>(tag.Key, tag.Value)));

    /// <summary>The tags in the request as those of the secret that it makes.</summary>
    public static IEnumerable<KeyValuePair<string, string>> OfNew(IReadOnlyList<WireTag?>? tags) => SecretAccess.TagKeys(Complete(tags));

    private static IEnumerable<Tag> Complete(IReadOnlyList<WireTag?>? tags) =>
        (tags ?? []).Where(static tag => tag is { Key: not null, Value: not null }).Select(static tag => new Tag(tag!.Key!, tag.Value!));
}
