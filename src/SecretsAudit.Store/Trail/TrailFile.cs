using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Trail;

/// <summary>A log file as CloudTrail delivers it: gzipped JSON with the records of one account and region, in a folder for their day.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html"/>
internal static class TrailFile
{
    /// <summary>The folder of a day under a bucket, or under a prefix in it.</summary>
    public static string FolderOf(string root, string account, string region, DateTimeOffset day) =>
        Path.Combine(root, "AWSLogs", account, "CloudTrail", region, day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture).Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The file's name, with the minute of its delivery and a word that makes it the only one.</summary>
    public static string NameOf(string account, string region, DateTimeOffset at, string unique) =>
        $"{account}_CloudTrail_{region}_{at.ToString("yyyyMMdd'T'HHmm'Z'", CultureInfo.InvariantCulture)}_{unique}.json.gz";

    /// <summary>An object's key in a trail's bucket.</summary>
    /// <param name="trail">The trail, whose prefix comes first.</param>
    /// <param name="kind">CloudTrail, or CloudTrail-Digest.</param>
    /// <param name="region">Whose events it is about.</param>
    /// <param name="day">The day of its folder.</param>
    /// <param name="name">The file's name.</param>
    public static string KeyOf(TrailSettings trail, string kind, string region, DateTimeOffset day, string name) =>
        (string.IsNullOrEmpty(trail.KeyPrefix) ? "" : trail.KeyPrefix.TrimEnd('/') + "/")
        + $"AWSLogs/{trail.Account}/{kind}/{region}/{day.UtcDateTime.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture)}/{name}";

    /// <summary>Where an object of a trail's bucket lies.</summary>
    public static string PathOf(string buckets, TrailSettings trail, string key) => Path.Combine([buckets, trail.Bucket, .. key.Split('/')]);

    /// <summary>Writes a file; it is there whole or not at all. The answer is the SHA-256 of what is in it, uncompressed, in lower hexadecimal digits.</summary>
    /// <param name="path">Where.</param>
    /// <param name="records">The records; or the whole text in pieces.</param>
    /// <param name="cancellationToken">Stops before the file is there.</param>
    /// <param name="isWhole">Whether the pieces are the whole text.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static async Task<string> WriteAsync(string path, IEnumerable<string> records, CancellationToken cancellationToken, bool isWhole = false)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + ".part";
        var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true);
        await using (stream.ConfigureAwait(false))
        {
            var gzip = new GZipStream(stream, CompressionLevel.Optimal);
            await using (gzip.ConfigureAwait(false))
            {
                foreach (var piece in isWhole ? records : Document(records))
                {
                    var bytes = Encoding.UTF8.GetBytes(piece);
                    hash.AppendData(bytes);
                    await gzip.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        File.Move(unfinished, path, overwrite: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Document(IEnumerable<string> records)
    {
        yield return "{\"Records\":[";
        var separator = "";
        foreach (var record in records)
        {
            yield return separator + record;
            separator = ",";
        }

        yield return "]}";
    }
}
