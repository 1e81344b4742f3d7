using System.Globalization;
using System.IO.Compression;
using System.Text;

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

    /// <summary>Writes a file; it is there whole or not at all.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static async Task WriteAsync(string path, IEnumerable<string> records, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + ".part";
        var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true);
        await using (stream.ConfigureAwait(false))
        {
            var gzip = new GZipStream(stream, CompressionLevel.Optimal);
            await using (gzip.ConfigureAwait(false))
            {
                await gzip.WriteAsync("{\"Records\":["u8.ToArray(), cancellationToken).ConfigureAwait(false);
                var separator = "";
                foreach (var record in records)
                {
                    await gzip.WriteAsync(Encoding.UTF8.GetBytes(separator + record), cancellationToken).ConfigureAwait(false);
                    separator = ",";
                }

                await gzip.WriteAsync("]}"u8.ToArray(), cancellationToken).ConfigureAwait(false);
            }
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
