using System.Diagnostics;
using System.Globalization;
using System.Text;
using Amazon.SecretsManager.Model;

namespace SecretsAudit.Benchmarks.Store;

/// <summary>
/// What GetSecretValue costs without a socket: processor time and allocations of one call, audit trail included. It tells whether a change
/// of <see cref="StoreReads"/>' ratio is the store's or the server's.
/// </summary>
internal static class StoreEdge
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(3);

    public static async Task<int> WritesAsync()
    {
        await using var store = await BenchmarkStore.OpenAsync(null);
        using var client = BenchmarkStore.Client(store);
        for (var i = 0; i < 4096; i++)
        {
            await client.CreateSecretAsync(new CreateSecretRequest { Name = $"s{i}", SecretString = "first" });
        }

        for (var round = 0; round < 4; round++)
        {
            var requests = Enumerable.Range(0, 40_000).Select(i => SignedRequest.ForEdge("PutSecretValue", $$"""{"SecretId":"s{{i % 4096}}","SecretString":"value","ClientRequestToken":"{{Guid.NewGuid():D}}"}""")).ToArray();
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var used = Process.GetCurrentProcess().TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            foreach (var request in requests)
            {
                if ((await store.Edge.HandleAsync(request, CancellationToken.None)).Status != 200)
                {
                    throw new InvalidOperationException("refused");
                }
            }

            var wall = watch.Elapsed.TotalMicroseconds / requests.Length;
            var cost = (Process.GetCurrentProcess().TotalProcessorTime - used).TotalMicroseconds / requests.Length;
            var bytes = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / requests.Length;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a write in memory: {wall:0.0} us of the caller's time, {cost:0.0} us of the processor's, {bytes} bytes"));
        }

        return 0;
    }

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("store-edge-");
        try
        {
            await using var store = await BenchmarkStore.OpenAsync(Path.Combine(folder.FullName, "store"));
            using var client = BenchmarkStore.Client(store);
            await client.CreateSecretAsync(new CreateSecretRequest { Name = "bench", SecretString = """{"username":"app","password":"of-no-use"}""" });
            for (var round = 0; round < 4; round++)
            {
                var request = SignedRequest.ForEdge("GetSecretValue", """{"SecretId":"bench"}""");
                var allocated = GC.GetTotalAllocatedBytes(precise: true);
                var used = Process.GetCurrentProcess().TotalProcessorTime;
                var watch = Stopwatch.StartNew();
                var calls = 0;
                for (; watch.Elapsed < Length; calls++)
                {
                    var answer = await store.Edge.HandleAsync(request, CancellationToken.None);
                    if (answer.Status != 200)
                    {
                        throw new InvalidOperationException(Encoding.UTF8.GetString(answer.Body));
                    }
                }

                var wall = watch.Elapsed.TotalMicroseconds / calls;
                var cost = (Process.GetCurrentProcess().TotalProcessorTime - used).TotalMicroseconds / calls;
                var bytes = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / calls;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a read: {wall:0.0} us of the caller's time, {cost:0.0} us of the processor's, {bytes} bytes"));
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
