using SecretsAudit.Store.Journal;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Trail;

/// <summary>
/// Delivers what a trail recorded to its bucket's folder, about every five minutes as CloudTrail does: gzipped JSON, a file for each account, region
/// and day. The trail's row remembers up to when, so that a file's records come once.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-find-log-files.html"/>
internal sealed class TrailDelivery(StoreServices services, Writer writer, string buckets)
{
    private const int PageSize = 1000;

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    private readonly DigestChain _digests = new(services, writer, buckets);

    public async Task RunAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = services.State.Shelves(RowKind.Trail).SelectMany(shelf => shelf.Rows).Cast<TrailSettings>().Where(trail => IsDue(trail, now)).ToList();
        if (due.Count == 0)
        {
            return;
        }

        await services.Trail.FlushAsync().ConfigureAwait(false);
        foreach (var trail in due)
        {
            await DeliverAsync(trail, now, cancellationToken).ConfigureAwait(false);
        }
    }

    private static bool IsDue(TrailSettings trail, DateTimeOffset now) =>
        trail is { Started: { } started }
        && (trail.IsLogging ? now - (From(trail, started) ?? now) >= Every && now - (trail.LatestDeliveryAttempt ?? started) >= Every : From(trail, started) < trail.Stopped || DigestChain.OwesLast(trail));

    // What happened before the trail was started, or while it was stopped, is not recorded.
    private static DateTimeOffset? From(TrailSettings trail, DateTimeOffset started) => trail.DeliveredUntil is { } until && until > started ? until : started;

    private async Task DeliverAsync(TrailSettings trail, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var from = From(trail, trail.Started!.Value)!.Value;
        var until = trail.IsLogging ? now : trail.Stopped!.Value;
        string? error = null;
        var chained = trail;
        var logs = new List<DeliveredLog>();
        try
        {
            var regions = services.Trail.Places().Where(place => place.Account == trail.Account && (trail.IsMultiRegion || place.Region == trail.HomeRegion))
                .Select(place => place.Region).ToList();
            foreach (var region in regions)
            {
                logs.AddRange(await DeliverAsync(trail, region, from, until, now, cancellationToken).ConfigureAwait(false));
            }

            chained = await _digests.ExtendAsync(trail with { Undigested = trail.Undigested.AddRange(logs) }, regions.Union([trail.HomeRegion]), until, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // As at AWS, where the bucket's policy may refuse: the status tells, and the next attempt starts at the same moment.
            error = refused is UnauthorizedAccessException ? "AccessDenied" : "InternalError";
        }

        await writer.SubmitAsync(transaction =>
        {
            if (transaction.Find(trail.Id) is TrailSettings present)
            {
                transaction.Put(present with
                {
                    DeliveredUntil = error is null ? until : present.DeliveredUntil,
                    LatestDelivery = logs.Count > 0 ? now : present.LatestDelivery,
                    LatestDeliveryAttempt = now,
                    LatestDeliveryError = error,
                    LatestDigest = chained.Digests != trail.Digests && chained.ValidatesFiles && !chained.Digests.IsEmpty ? now : present.LatestDigest,
                    Undigested = chained.Undigested,
                    Digests = chained.Digests,
                });
            }

            return true;
        }).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<DeliveredLog>> DeliverAsync(
        TrailSettings trail, string region, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var delivered = new List<DeliveredLog>();
        for (var day = new DateTimeOffset(from.UtcDateTime.Date, TimeSpan.Zero); day < until; day = day.AddDays(1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var entries = Entries(trail, region, day > from ? day : from, day.AddDays(1) < until ? day.AddDays(1) : until).GetEnumerator();
            if (entries.MoveNext())
            {
                var key = TrailFile.KeyOf(
                    trail, "CloudTrail", region, day, TrailFile.NameOf(trail.Account, region, now, services.Identifiers.Uuid()[..8] + services.Identifiers.Uuid()[..8]));
                var (oldest, newest) = (entries.Current.EventTime, entries.Current.EventTime);
                var hash = await TrailFile.WriteAsync(TrailFile.PathOf(buckets, trail, key), Rest(entries, entry =>
                {
                    oldest = entry.EventTime < oldest ? entry.EventTime : oldest;
                    newest = entry.EventTime > newest ? entry.EventTime : newest;
                }), cancellationToken).ConfigureAwait(false);
                delivered.Add(new(region, key, hash, oldest, newest));
            }
        }

        return delivered;
    }

    // A page at a time, so that a busy day needs no more memory than a quiet one; CloudTrail promises no order in a file.
    private IEnumerable<TrailEntry> Entries(TrailSettings trail, string region, DateTimeOffset from, DateTimeOffset before)
    {
        var selection = new TrailSelection(trail);
        for (long? next = null; ;)
        {
            var page = services.Trail.Lookup(new() { Account = trail.Account, Region = region, From = from, To = before, Before = next, Limit = PageSize });
            foreach (var entry in page)
            {
                // The last moment belongs to the next file.
                if (entry.EventTime >= from && entry.EventTime < before && selection.Includes(entry))
                {
                    yield return entry;
                }
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            next = page[^1].Number;
        }
    }

    private static IEnumerable<string> Rest(IEnumerator<TrailEntry> entries, Action<TrailEntry> written)
    {
        do
        {
            written(entries.Current);
            yield return entries.Current.Record;
        }
        while (entries.MoveNext());
    }
}
