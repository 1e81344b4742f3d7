using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SecretsAudit.Store.Trail;

/// <summary>Writes the trail as CloudTrail delivers it: gzipped JSON, a file for each account, region and day.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html"/>
internal sealed class TrailExport(AuditTrail trail, string directory)
{
    private const int PageSize = 1000;

    /// <summary>The files that were written, in order.</summary>
    public async Task<IReadOnlyList<string>> WriteAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        await trail.FlushAsync().ConfigureAwait(false);
        var files = new List<string>();
        foreach (var (account, region) in trail.Places())
        {
            for (var day = new DateTimeOffset(from.UtcDateTime.Date, TimeSpan.Zero); day <= to; day = day.AddDays(1))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var records = Records(account, region, day < from ? from : day, day.AddDays(1) > to ? to : day.AddDays(1).AddMilliseconds(-1));
                if (records.Count > 0)
                {
                    files.Add(await WriteDayAsync(account, region, day, records, cancellationToken).ConfigureAwait(false));
                }
            }
        }

        return files;
    }

    // Oldest first, as in CloudTrail's files.
    private List<string> Records(string account, string region, DateTimeOffset from, DateTimeOffset to)
    {
        var records = new List<string>();
        for (long? before = null; ;)
        {
            var page = trail.Lookup(new() { Account = account, Region = region, From = from, To = to, Before = before, Limit = PageSize });
            records.AddRange(page.Select(entry => entry.Record));
            if (page.Count < PageSize)
            {
                records.Reverse();
                return records;
            }

            before = page[^1].Number;
        }
    }

    private async Task<string> WriteDayAsync(string account, string region, DateTimeOffset day, List<string> records, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(directory, "AWSLogs", account, "CloudTrail", region, day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture).Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{account}_CloudTrail_{region}_{day.ToString("yyyyMMdd'T'HHmm'Z'", CultureInfo.InvariantCulture)}_store.json.gz");
        var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true);
        await using (stream.ConfigureAwait(false))
        {
            var gzip = new GZipStream(stream, CompressionLevel.Optimal);
            await using (gzip.ConfigureAwait(false))
            {
                await gzip.WriteAsync(Encoding.UTF8.GetBytes("{\"Records\":["), cancellationToken).ConfigureAwait(false);
                for (var i = 0; i < records.Count; i++)
                {
                    await gzip.WriteAsync(Encoding.UTF8.GetBytes((i == 0 ? "" : ",") + records[i]), cancellationToken).ConfigureAwait(false);
                }

                await gzip.WriteAsync(Encoding.UTF8.GetBytes("]}"), cancellationToken).ConfigureAwait(false);
            }
        }

        return file;
    }
}
