namespace SecretsAudit.Store.Operations;

/// <summary>The condition keys that tags in a request give, whatever the service calls a tag's members.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requesttag"/>
internal static class TagConditionKeys
{
    /// <summary>Each tag by its key (<c>aws:RequestTag/…</c>), and the keys together (<c>aws:TagKeys</c>).</summary>
    public static IEnumerable<KeyValuePair<string, string>> OfRequest(IEnumerable<KeyValuePair<string, string>> tags)
    {
        foreach (var (key, value) in tags)
        {
            yield return new($"aws:RequestTag/{key}", value);
            yield return new("aws:TagKeys", key);
        }
    }
}
