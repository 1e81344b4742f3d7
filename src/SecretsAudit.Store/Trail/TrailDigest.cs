using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Trail;

/// <summary>
/// Writes a trail's digest files: each names the log files of about an hour with their hashes and the digest before it, and is signed, so that a file
/// that was changed or taken away is missed. A signature lies in a file beside its digest, since a folder has no metadata as S3 has.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-digest-file-structure.html"/>
internal sealed class TrailDigest(string buckets, DigestKey key, RSA signer)
{
    /// <summary>What is appended to a digest's name for the file with its signature.</summary>
    public const string SignatureSuffix = ".metadata.json";

    private const string Algorithm = "SHA-256";
    private const string SignatureAlgorithm = "SHA256withRSA";

    /// <summary>Writes one digest and answers what the next one names.</summary>
    /// <param name="trail">Whose.</param>
    /// <param name="region">Of which region's log files.</param>
    /// <param name="from">Where the digest before it ends, or logging started.</param>
    /// <param name="until">Where this one ends.</param>
    /// <param name="logs">The log files delivered in between.</param>
    /// <param name="before">The digest before it; null for the first of a chain.</param>
    /// <param name="cancellationToken">Stops before the file is there.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public async Task<TrailDigestLink> WriteAsync(
        TrailSettings trail, string region, DateTimeOffset from, DateTimeOffset until, IReadOnlyList<DeliveredLog> logs, TrailDigestLink? before, CancellationToken cancellationToken)
    {
        var name = TrailFile.KeyOf(trail, "CloudTrail-Digest", region, until, $"{trail.Account}_CloudTrail-Digest_{region}_{trail.TrailName}_{trail.HomeRegion}_{Stamp(until)}.json.gz");
        var digest = new JsonObject
        {
            ["awsAccountId"] = trail.Account,
            ["digestStartTime"] = Time(from),
            ["digestEndTime"] = Time(until),
            ["digestS3Bucket"] = trail.Bucket,
            ["digestS3Object"] = name,
            ["digestPublicKeyFingerprint"] = key.Name,
            ["digestSignatureAlgorithm"] = SignatureAlgorithm,
            ["newestEventTime"] = logs.Count == 0 ? null : Time(logs.Max(log => log.Newest)),
            ["oldestEventTime"] = logs.Count == 0 ? null : Time(logs.Min(log => log.Oldest)),
            ["previousDigestS3Bucket"] = before is null ? null : trail.Bucket,
            ["previousDigestS3Object"] = before?.Object,
            ["previousDigestHashValue"] = before?.Hash,
            ["previousDigestHashAlgorithm"] = before is null ? null : Algorithm,
            ["previousDigestSignature"] = before?.Signature,
            ["logFiles"] = new JsonArray([.. logs.Select(log => (JsonNode)new JsonObject
            {
                ["s3Bucket"] = trail.Bucket,
                ["s3Object"] = log.Object,
                ["hashValue"] = log.Hash,
                ["hashAlgorithm"] = Algorithm,
                ["newestEventTime"] = Time(log.Newest),
                ["oldestEventTime"] = Time(log.Oldest),
            })]),
        };
        var path = TrailFile.PathOf(buckets, trail, name);
        var hash = await TrailFile.WriteAsync(path, [digest.ToJsonString()], cancellationToken, isWhole: true).ConfigureAwait(false);
        var signature = Convert.ToHexStringLower(signer.SignData(
            Encoding.UTF8.GetBytes($"{Time(until)}\n{trail.Bucket}/{name}\n{hash}\n{before?.Signature ?? "null"}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        var metadata = new JsonObject { ["signature"] = signature, ["signature-algorithm"] = SignatureAlgorithm };
        await File.WriteAllTextAsync(path + SignatureSuffix, metadata.ToJsonString(), cancellationToken).ConfigureAwait(false);
        return new(until, name, hash, signature);
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
