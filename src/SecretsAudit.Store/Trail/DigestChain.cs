using System.Collections.Immutable;
using System.Security.Cryptography;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Trail;

/// <summary>Keeps the chain of a trail's digests: one about every hour for each region, with or without log files, and one when logging stops.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html"/>
internal sealed class DigestChain(StoreServices services, Writer writer, string buckets)
{
    private const int KeyBits = 2048;
    private const int FingerprintBytes = 16;

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly TimeSpan KeyLifetime = TimeSpan.FromDays(365);

    /// <summary>The trail with the digests that are due written; without validation its chain ends.</summary>
    /// <param name="trail">The trail, with the log files that no digest names yet.</param>
    /// <param name="regions">Whose events it records.</param>
    /// <param name="until">Up to when its log files are delivered.</param>
    /// <param name="cancellationToken">Stops between two digests.</param>
    /// <exception cref="IOException">A digest cannot be written.</exception>
    public async Task<TrailSettings> ExtendAsync(TrailSettings trail, IEnumerable<string> regions, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (!trail.ValidatesFiles)
        {
            return trail with { Undigested = [], Digests = ImmutableSortedDictionary<string, TrailDigestLink>.Empty };
        }

        foreach (var region in regions)
        {
            // After a stop, or where validation was off, a new chain begins.
            var before = trail.Digests.GetValueOrDefault(region) is { } link && link.Until >= trail.Started ? link : null;
            var from = before?.Until ?? trail.Started!.Value;
            if (until - from < Every && (trail.IsLogging || until <= from))
            {
                continue;
            }

            var logs = trail.Undigested.Where(log => log.Region == region).ToList();
            var key = await KeyAsync(trail, until).ConfigureAwait(false);
            using var signer = RSA.Create();
            var secret = services.Envelope.OpenCredential(key.Name, key.SealedPrivateKey);
            signer.ImportPkcs8PrivateKey(secret, out _);
            CryptographicOperations.ZeroMemory(secret);
            var next = await new TrailDigest(buckets, key, signer).WriteAsync(trail, region, from, until, logs, before, cancellationToken).ConfigureAwait(false);
            trail = trail with { Digests = trail.Digests.SetItem(region, next), Undigested = trail.Undigested.RemoveRange(logs) };
        }

        return trail;
    }

    /// <summary>Whether a trail that was stopped has not told up to its end.</summary>
    public static bool OwesLast(TrailSettings trail) => trail.ValidatesFiles
        && (trail.Digests.GetValueOrDefault(trail.HomeRegion) is { } last && last.Until >= trail.Started ? last.Until : trail.Started) < trail.Stopped;

    private async Task<DigestKey> KeyAsync(TrailSettings trail, DateTimeOffset at)
    {
        var known = services.State.Shelf(RowKind.DigestKey, trail.Account, trail.HomeRegion).Rows.Cast<DigestKey>().FirstOrDefault(key => key.ValidFrom <= at && at < key.ValidUntil);
        if (known is not null)
        {
            return known;
        }

        using var pair = RSA.Create(KeyBits);
        var publicKey = pair.ExportRSAPublicKey();
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(publicKey).AsSpan(0, FingerprintBytes));
        var secret = pair.ExportPkcs8PrivateKey();
        var made = new DigestKey
        {
            Account = trail.Account,
            Region = trail.HomeRegion,
            Name = fingerprint,
            PublicKey = publicKey,
            SealedPrivateKey = services.Envelope.SealCredential(fingerprint, secret),
            ValidFrom = at - Every,
            ValidUntil = at + KeyLifetime,
        };
        CryptographicOperations.ZeroMemory(secret);
        await writer.SubmitAsync(transaction =>
        {
            transaction.Put(made);
            return true;
        }).ConfigureAwait(false);
        return made;
    }
}
