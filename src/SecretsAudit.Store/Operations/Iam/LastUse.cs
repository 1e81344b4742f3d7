using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Trail;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Finds in the audit trail when a role or an access key was last used.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html"/>
internal static class LastUse
{
    // A role's own page of the trail also has what was done to it; so many of the newest events are looked through.
    private const int LookedThrough = 200;

    /// <summary>The last time that somebody assumed the role; empty when nobody has.</summary>
    public static RoleUse OfRole(Call call, Principal role) =>
        Newest(call, "ResourceName", role.Arn, LookedThrough, entry => entry.EventName.StartsWith("AssumeRole", StringComparison.Ordinal)) is var (entry, region)
            ? new() { LastUsedDate = entry.EventTime, Region = region }
            : new();

    /// <summary>The last call that the key signed; AWS writes N/A for a key that was never used.</summary>
    public static AccessKeyUse OfAccessKey(Call call, string accessKeyId) =>
        Newest(call, "AccessKeyId", accessKeyId, 1, _ => true) is var (entry, region)
            ? new() { LastUsedDate = entry.EventTime, Region = region, ServiceName = entry.EventSource.Split('.')[0] }
            : new() { Region = "N/A", ServiceName = "N/A" };

    private static (TrailEntry Entry, string Region)? Newest(Call call, string attribute, string value, int limit, Func<TrailEntry, bool> counts)
    {
        (TrailEntry Entry, string Region)? newest = null;
        foreach (var (account, region) in call.Services.Trail.Places().Where(place => place.Account == call.Account))
        {
            var found = call.Services.Trail.Lookup(new()
            {
                Account = account,
                Region = region,
                From = DateTimeOffset.MinValue,
                To = DateTimeOffset.MaxValue,
                Attribute = attribute,
                Value = value,
                Limit = limit,
            }).FirstOrDefault(counts);
            if (found is not null && (newest is null || found.EventTime > newest.Value.Entry.EventTime))
            {
                newest = (found, region);
            }
        }

        return newest;
    }
}

/// <summary>A role's last use.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleLastUsed.html"/>
internal sealed record RoleUse
{
    public DateTimeOffset? LastUsedDate { get; init; }

    public string? Region { get; init; }
}

/// <summary>An access key's last use.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKeyLastUsed.html"/>
internal sealed record AccessKeyUse
{
    public DateTimeOffset? LastUsedDate { get; init; }

    public required string ServiceName { get; init; }

    public required string Region { get; init; }
}
