using System.Security.Cryptography;
using System.Text;

namespace SecretsAudit.Store.Trail;

/// <summary>
/// A call that used another account's resource is recorded in both accounts, under one sharedEventID. The owner's record names the caller by its
/// account and id alone. A call that was refused is recorded where the caller is.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html#cloudtrail-event-reference-record-contents-shared-event-id"/>
internal static class SharedEvents
{
    public static void Record(AuditTrail trail, TrailEvent happened)
    {
        if (happened.ErrorCode is not null || !IsShared(happened))
        {
            trail.Record(happened);
            return;
        }

        var shared = Derived(happened.EventId, "shared");
        trail.Record(happened with { SharedEventId = shared });
        foreach (var owner in happened.Resources.Select(resource => OwnerOf(resource).ToString()).Where(owner => owner.Length > 0 && owner != happened.Account).Distinct())
        {
            trail.Record(happened with
            {
                EventId = Derived(happened.EventId, owner),
                SharedEventId = shared,
                Account = owner,
                Identity = happened.Identity.SeenFromOutside(),
                Resources = [.. happened.Resources.Where(resource => OwnerOf(resource).SequenceEqual(owner))],
            });
        }
    }

    private static bool IsShared(TrailEvent happened)
    {
        for (var i = 0; i < happened.Resources.Count; i++)
        {
            if (OwnerOf(happened.Resources[i]) is { IsEmpty: false } owner && !owner.SequenceEqual(happened.Account))
            {
                return true;
            }
        }

        return false;
    }

    // arn:partition:service:region:account:…; what lies in no account, such as a bucket, has an empty one.
    private static ReadOnlySpan<char> OwnerOf(TrailResource resource)
    {
        var start = 0;
        for (var colons = 0; colons < 4; colons++)
        {
            start = resource.Arn.IndexOf(':', start) + 1;
            if (start == 0)
            {
                return [];
            }
        }

        return resource.Arn.AsSpan(start) is { Length: > 12 } rest && rest[12] == ':' ? rest[..12] : [];
    }

    // Derived, so that a reproducible store stays so whoever reads.
    private static string Derived(string eventId, string of) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{eventId} {of}")).AsSpan(0, 16)).ToString("D");
}
