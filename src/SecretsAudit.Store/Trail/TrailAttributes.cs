namespace SecretsAudit.Store.Trail;

/// <summary>What LookupEvents can find an event by.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupAttribute.html"/>
internal static class TrailAttributes
{
    public static readonly IReadOnlyList<string> Keys =
        ["EventId", "EventName", "ReadOnly", "Username", "ResourceType", "ResourceName", "EventSource", "AccessKeyId"];

    public static IEnumerable<(string Attribute, string Value)> Of(TrailEvent happened) =>
        Of(happened.EventId, happened.Name, happened.ReadOnly, happened.Source, happened.Identity.UserName, happened.Identity.AccessKeyId, happened.Resources);

    public static IEnumerable<(string Attribute, string Value)> Of(TrailEntry entry) =>
        Of(entry.EventId, entry.EventName, entry.ReadOnly, entry.EventSource, entry.Username, entry.AccessKeyId, entry.Resources);

    private static IEnumerable<(string Attribute, string Value)> Of(
        string id, string name, bool readOnly, string source, string? userName, string? accessKeyId, IReadOnlyList<TrailResource> resources)
    {
        yield return ("EventId", id);
        yield return ("EventName", name);
        yield return ("ReadOnly", readOnly ? "true" : "false");
        yield return ("EventSource", source);
        if (userName is { } user)
        {
            yield return ("Username", user);
        }

        if (accessKeyId is { } key)
        {
            yield return ("AccessKeyId", key);
        }

        string? lastType = null;
        foreach (var resource in resources)
        {
            yield return ("ResourceName", resource.Arn);
            if (resource.Type != lastType)
            {
                yield return ("ResourceType", lastType = resource.Type);
            }
        }
    }

    public static TrailEntry Entry(long number, TrailEvent happened) => new()
    {
        Number = number,
        EventId = happened.EventId,
        EventName = happened.Name,
        ReadOnly = happened.ReadOnly,
        AccessKeyId = happened.Identity.AccessKeyId,
        EventTime = happened.At,
        EventSource = happened.Source,
        Username = happened.Identity.UserName,
        Resources = happened.Resources,
        Record = happened.Rendered ?? TrailRecord.Write(happened),
    };
}
