namespace SecretsAudit.Store.Trail;

/// <summary>What LookupEvents can find an event by.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupAttribute.html"/>
internal static class TrailAttributes
{
    public static readonly IReadOnlyList<string> Keys =
        ["EventId", "EventName", "ReadOnly", "Username", "ResourceType", "ResourceName", "EventSource", "AccessKeyId"];

    public static IEnumerable<(string Attribute, string Value)> Of(TrailEvent happened)
    {
        yield return ("EventId", happened.EventId);
        yield return ("EventName", happened.Name);
        yield return ("ReadOnly", happened.ReadOnly ? "true" : "false");
        yield return ("EventSource", happened.Source);
        if (happened.Identity.UserName is { } user)
        {
            yield return ("Username", user);
        }

        if (happened.Identity.AccessKeyId is { } key)
        {
            yield return ("AccessKeyId", key);
        }

        string? lastType = null;
        foreach (var resource in happened.Resources)
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
        Record = TrailRecord.Write(happened),
    };
}
