using System.Diagnostics;
using System.Globalization;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace SecretsAudit.Benchmarks.Store;

/// <summary>
/// Many secrets: what they take in memory, how long a start takes, and whether pages and reads stay as quick as with a thousand. The two
/// stores are served by processes of their own, so that neither has the other's memory to collect nor compiles code for it, and are asked in
/// turns after both are warm.
/// </summary>
internal static class StoreSize
{
    private const int Few = 1_000;
    private const int Rounds = 10;

    public static int Run(string[] arguments)
    {
        var most = arguments is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 500_000;
        var folder = Directory.CreateTempSubdirectory("store-size-");
        try
        {
            using var small = new Served(Path.Combine(folder.FullName, "small"), Few);
            using var large = new Served(Path.Combine(folder.FullName, "large"), most);
            foreach (var what in (string[])["page", "read"])
            {
                var ratios = new List<double>();
                for (var round = -8; round < Rounds; round++)
                {
                    // Each goes first as often as the other.
                    var (first, second) = round % 2 == 0 ? (small, large) : (large, small);
                    var (one, other) = (first.Time(what), second.Time(what));
                    var (few, many) = round % 2 == 0 ? (one, other) : (other, one);
                    if (round < 0)
                    {
                        // Warm now.
                        continue;
                    }

                    ratios.Add(many / few);
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {few:0.000} ms with {Few} secrets, {many:0.000} ms with {most}"));
                }

                ratios.Sort();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: with {most} secrets {(ratios[Rounds / 2] + ratios[(Rounds - 1) / 2]) / 2:0.00} times that of {Few}, median of {Rounds} rounds"));
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Fills a store, starts it anew, and answers each line of the input, <c>page</c> or <c>read</c>, with a mean time in milliseconds.</summary>
    public static async Task<int> ServeAsync(string folder, int secrets)
    {
        await FillAsync(folder, secrets);
        await using var opened = await OpenAsync(folder);
        using var reader = BenchmarkStore.Client(opened);
        Console.WriteLine("ready");
        var next = 0L;
        while (Console.ReadLine() is { } what)
        {
            var time = what == "page"
                ? await TimeAsync(300, () => reader.ListSecretsAsync(new ListSecretsRequest { MaxResults = 100, SortBy = SortByType.Name }))
                : await TimeAsync(3_000, () => reader.GetSecretValueAsync(new GetSecretValueRequest { SecretId = Name((int)(next++ * 7919L % Few * (secrets / Few))) }));
            Console.WriteLine(time.ToString(CultureInfo.InvariantCulture));
        }

        return 0;
    }

    /// <summary>How long a start takes, several times, with a folder that is made when it is not there and kept.</summary>
    public static async Task<int> StartAsync(string folder, int secrets)
    {
        if (!Directory.Exists(folder))
        {
            await FillAsync(folder, secrets);
        }

        for (var round = 0; round < 3; round++)
        {
            await (await OpenAsync(folder)).DisposeAsync();
        }

        return 0;
    }

    private static async Task<SecretsAudit.Store.ReferenceStore> OpenAsync(string folder)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var start = Stopwatch.StartNew();
        var paused = GC.GetTotalPauseDuration();
        var opened = await BenchmarkStore.OpenAsync(folder);
        var startup = start.Elapsed;
        paused = GC.GetTotalPauseDuration() - paused;
        var memory = (GC.GetTotalMemory(forceFullCollection: true) - before) / opened.Status.Secrets;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{opened.Status.Secrets} secrets: start {startup.TotalSeconds:0.0} s, {paused.TotalSeconds:0.0} of it paused for the garbage collector; {memory} bytes a secret"));
        return opened;
    }

    private static async Task FillAsync(string folder, int secrets)
    {
        await using var store = await BenchmarkStore.OpenAsync(folder);
        using var client = BenchmarkStore.Client(store);
        await Parallel.ForEachAsync(Enumerable.Range(0, secrets), new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (i, stop) =>
            await client.CreateSecretAsync(new CreateSecretRequest { Name = Name(i), SecretString = $"value {i}", Description = "of the benchmark" }, stop));
    }

    private static string Name(int i) => $"team{i % 97}/service/{i}";

    private static async Task<double> TimeAsync(int count, Func<Task> call)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            await call();
        }

        return watch.Elapsed.TotalMilliseconds / count;
    }

    /// <summary>A store in a process of its own.</summary>
    private sealed class Served : IDisposable
    {
        private readonly Process _process;

        public Served(string folder, int secrets)
        {
            var program = Environment.ProcessPath!;
            string[] self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
            var start = new ProcessStartInfo(program, [.. self, "store-serve", folder, secrets.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardInput = true, RedirectStandardOutput = true };
            _process = Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
            for (var line = Line(); line != "ready"; line = Line())
            {
                Console.WriteLine(line);
            }
        }

        public double Time(string what)
        {
            _process.StandardInput.WriteLine(what);
            return double.Parse(Line(), CultureInfo.InvariantCulture);
        }

        public void Dispose()
        {
            _process.StandardInput.Close();
            _process.WaitForExit();
            _process.Dispose();
        }

        private string Line() => _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The process ended.");
    }
}
