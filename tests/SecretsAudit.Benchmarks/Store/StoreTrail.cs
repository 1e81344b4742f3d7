using System.Diagnostics;
using System.Globalization;
using SecretsAudit.Store.Trail;

namespace SecretsAudit.Benchmarks.Store;

/// <summary>Many events in the trail: what each takes on disk, with and without the index, and how long LookupEvents' first page takes by each attribute.</summary>
internal static class StoreTrail
{
    private const string Account = "123456789012";
    private const string Region = "eu-west-1";
    private const int Batch = 1_000;
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    public static int Run(string[] arguments)
    {
        var count = arguments is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 10_000_000;
        var folder = Directory.CreateTempSubdirectory("store-trail-");
        try
        {
            using var log = new SqliteTrailLog(folder.FullName);
            var watch = Stopwatch.StartNew();
            for (var first = 0; first < count; first += Batch)
            {
                log.Append([.. Enumerable.Range(first, Math.Min(Batch, count - first)).Select(Happened)]);
            }

            Report("appended", count, watch, folder);
            watch.Restart();
            while (log.IndexSome())
            {
                // Every event is entered before the first look-up.
            }

            Report("indexed", count, watch, folder);
            foreach (var (attribute, value) in TrailAttributes.Of(Happened(count / 2)).Prepend((null!, "")))
            {
                watch.Restart();
                var found = log.Lookup(new() { Account = Account, Region = Region, From = Start, To = DateTimeOffset.MaxValue, Attribute = attribute, Value = value, Limit = 51 });
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"page by {attribute ?? "nothing"}: {watch.Elapsed.TotalMilliseconds:0.0} ms, {found.Count} events"));
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Report(string what, int count, Stopwatch watch, DirectoryInfo folder) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what} {count} events in {watch.Elapsed.TotalSeconds:0.0} s; {(double)folder.EnumerateFiles().Sum(file => file.Length) / count:0} bytes an event"));

    // A hundred callers read ten thousand secrets, each event with its own two identifiers.
    private static TrailEvent Happened(int i)
    {
        var user = string.Create(CultureInfo.InvariantCulture, $"service-{i * 31L % 100}");
        var secret = string.Create(CultureInfo.InvariantCulture, $"arn:aws:secretsmanager:{Region}:{Account}:secret:team/service-{i * 7919L % 10_000}-AbCdEf");
        return new()
        {
            EventId = Identifier(i, 1),
            RequestId = Identifier(i, 2),
            At = Start.AddMilliseconds(i * 50L),
            Account = Account,
            Region = Region,
            Source = "secretsmanager.amazonaws.com",
            Name = i % 20 == 0 ? "DescribeSecret" : "GetSecretValue",
            ReadOnly = true,
            Identity = new()
            {
                Type = "IAMUser", PrincipalId = "AIDA" + user, Arn = $"arn:aws:iam::{Account}:user/{user}", AccountId = Account, AccessKeyId = "AKIA" + user,
                UserName = user, SourceIp = "10.0.0.1", UserAgent = "aws-sdk-dotnet-coreclr/4.0.0",
            },
            Resources = [new("AWS::SecretsManager::Secret", secret)],
        };
    }

    private static string Identifier(int i, int kind)
    {
        Span<byte> bytes = stackalloc byte[16];
        new Random((i * 2) + kind).NextBytes(bytes);
        return new Guid(bytes).ToString();
    }
}
