using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Amazon.CloudTrail.Model;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>
/// Reads who read which secret from a trail's own log files, as CloudTrail delivers them: <c>AWSLogs/ACCOUNT/CloudTrail/REGION/YYYY/MM/DD/…json.gz</c>,
/// anywhere below a folder. A file that cannot be read, or files that do not reach back to the window's start, leave use unknown.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-find-log-files.html"/>
internal sealed class TrailFileReader(Scope scope, string folder, TimeProvider time)
{
    public const string Operation = "cloudtrail:files";

    // AWS starts another file at about 50 MB; what unpacks to more than this is no log file.
    private const long MostBytes = 256L * 1024 * 1024;

    /// <returns>The use that was seen; a gap when it is not all of the window's.</returns>
    public async Task<(TrailUse Use, Gap? Gap)> ReadAsync(InventoryRequest request, CancellationToken cancellationToken)
    {
        var (start, end) = (request.AsOf - request.UsageWindow, request.AsOf);
        var tally = new TrailTally();
        var origin = new FactOrigin(Operation, time.GetUtcNow());
        var unreadable = 0;
        DateTimeOffset? first = null;
        try
        {
            foreach (var (file, day) in Files())
            {
                first = first is null || day < first ? day : first;
                if (day <= end && day.AddDays(2) >= start && !await TryReadAsync(file, start, end, tally, cancellationToken).ConfigureAwait(false))
                    unreadable++;
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return (TrailUse.Failed(origin.Failed("the trail's files could not be listed")), GapOf(GapKind.Failed, "the trail's files could not be listed", "Check that the folder is there and can be read."));
        }

        if (first is null)
            return (TrailUse.Failed(origin.Failed("there are no trail files")), GapOf(GapKind.Failed, "there are no trail files of this account and region", "Name the folder that holds AWSLogs/."));
        if (unreadable > 0 || tally.Unreadable > 0)
            return (tally.Close(start, end, whole: false, origin), GapOf(GapKind.Failed, $"{unreadable} files could not be read, {tally.Unreadable} records name no secret", "Copy the trail's files again."));
        return first <= start
            ? (tally.Close(start, end, whole: true, origin), null)
            : (tally.Close(first.Value, end, whole: false, origin), GapOf(
                GapKind.LimitReached, $"the trail's files reach back to {first:u}, not to {start:u}", "Copy the earlier files too, or shorten the usage window."));
    }

    // With the day of the folder that each lies in.
    private IEnumerable<(string File, DateTimeOffset Day)> Files()
    {
        var place = Path.Combine("AWSLogs", scope.Account, "CloudTrail", scope.Region);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json.gz", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }).Order(StringComparer.Ordinal))
        {
            var directory = Path.GetDirectoryName(Path.GetRelativePath(folder, file)) ?? "";
            if (directory.Length > 10 && directory[..^11].EndsWith(place, StringComparison.Ordinal)
                && DateTimeOffset.TryParseExact(
                    directory[^10..].Replace(Path.DirectorySeparatorChar, '/'), "yyyy/MM/dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day))
                yield return (file, day);
        }
    }

    private static async Task<bool> TryReadAsync(string file, DateTimeOffset start, DateTimeOffset end, TrailTally tally, CancellationToken cancellationToken)
    {
        try
        {
            using var unpacked = new MemoryStream();
            await using var stream = File.OpenRead(file);
            await using var gzip = new GZipStream(stream, CompressionMode.Decompress);
            var buffer = new byte[64 * 1024];
            while (await gzip.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var read and > 0)
            {
                if (unpacked.Length + read > MostBytes)
                    return false;
                unpacked.Write(buffer, 0, read);
            }

            unpacked.Position = 0;
            using var document = await JsonDocument.ParseAsync(unpacked, new() { MaxDepth = 64 }, cancellationToken).ConfigureAwait(false);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("Records", out var records) || records.ValueKind != JsonValueKind.Array)
                return false;
            foreach (var record in records.EnumerateArray())
            {
                if (Text(record, "eventName") == "GetSecretValue" && Time(record) is { } at && at >= start && at <= end)
                    tally.Add(new Event { EventSource = Text(record, "eventSource"), EventTime = at.UtcDateTime, CloudTrailEvent = record.GetRawText() });
            }

            return true;
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string? Text(JsonElement record, string member) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? Time(JsonElement record) =>
        DateTimeOffset.TryParse(Text(record, "eventTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;

    private Gap GapOf(GapKind kind, string reason, string remedy) =>
        new() { Operation = Operation, Subject = scope.ToString(), Scope = scope, Kind = kind, Reason = reason, Remedy = remedy };
}
