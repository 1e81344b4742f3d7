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
        var file = Path.Combine(TrailFile.FolderOf(directory, account, region, day), TrailFile.NameOf(account, region, day, "store"));
        await TrailFile.WriteAsync(file, records, cancellationToken).ConfigureAwait(false);
        return file;
    }
}
