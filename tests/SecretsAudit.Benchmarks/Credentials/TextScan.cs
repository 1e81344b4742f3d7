using System.Diagnostics;
using System.Globalization;
using SecretsAudit.Detection;

namespace SecretsAudit.Benchmarks.Credentials;

/// <summary>
/// Text detection over a tree, beside <c>ripgrep -iF</c> with as many keywords over the same bytes. The goal is 150 MB/s on 2 cores; ripgrep's own
/// figure in the same run says what the machine gives. C# files are left out: they are the inspection's.
/// </summary>
/// <remarks><c>dotnet run -c Release --project tests/SecretsAudit.Benchmarks text-scan FOLDER</c>; ripgrep is Debian's package of that name.</remarks>
internal static class TextScan
{
    private const int Rounds = 6;
    private const int Cores = 2;
    private const int LargestFile = 16 << 20;
    private const long MostBytes = 256L << 20;

    /// <summary>Measures; 0 when it was done.</summary>
    public static int Run(string folder)
    {
        var files = Read(folder);
        var bytes = files.Sum(file => (long)file.Content.Length);
        Console.WriteLine($"{files.Count} files, {bytes / 1e6:F0} MB, goal 150 MB/s on {Cores} cores");
        for (var round = 1; round <= Rounds; round++)
        {
            using var process = Process.GetCurrentProcess();
            var (before, clock) = (process.TotalProcessorTime, Stopwatch.StartNew());
            var found = 0;
            Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = Cores }, file => Interlocked.Add(ref found, CredentialFile.Scan(file.Path, file.Content).Count));
            process.Refresh();
            Print($"round {round}", bytes, clock.Elapsed, process.TotalProcessorTime - before, $"{found} findings");
        }

        Ripgrep(folder, bytes);
        return 0;
    }

    private static List<(string Path, byte[] Content)> Read(string folder)
    {
        var files = new List<(string, byte[])>();
        long bytes = 0;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (bytes < MostBytes && !path.EndsWith(".cs", StringComparison.Ordinal) && new FileInfo(path) is { LinkTarget: null, Length: > 0 and < LargestFile })
            {
                // What git calls binary is looked at by neither.
                var content = File.ReadAllBytes(path);
                if (content.AsSpan(0, Math.Min(content.Length, 8000)).Contains((byte)0))
                    continue;
                files.Add((Path.GetRelativePath(folder, path), content));
                bytes += content.Length;
            }
        }

        return files;
    }

    private static void Ripgrep(string folder, long bytes)
    {
        var keywords = Path.GetTempFileName();
        File.WriteAllLines(keywords, CredentialText.Keywords);
        // The shell's clock: a process that has ended no longer says here how long it took.
        const string Command = "TIMEFORMAT='%R %U %S'; time rg -iFc --no-ignore --hidden -g '!*.cs' --max-filesize 16M --threads 2 -f \"$0\" \"$1\" > /dev/null";
        using var ripgrep = Process.Start(new ProcessStartInfo("bash", ["-c", Command, keywords, folder]) { RedirectStandardError = true }) ?? throw new InvalidOperationException("bash does not start.");
        var seconds = ripgrep.StandardError.ReadToEnd().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        ripgrep.WaitForExit();
        var times = seconds.Select(second => TimeSpan.FromSeconds(double.Parse(second, CultureInfo.InvariantCulture))).ToArray();
        Print("ripgrep -iF", bytes, times[0], times[1] + times[2], $"{CredentialText.Keywords.Count} keywords");
        File.Delete(keywords);
    }

    // On a machine that others use as well, the time on the clock says little: the processor's is what counts.
    private static void Print(string what, long bytes, TimeSpan clock, TimeSpan processor, string more) =>
        Console.WriteLine($"{what,-12} {clock.TotalSeconds,6:F2} s, {processor.TotalSeconds,6:F2} s of CPU, {bytes / 1e6 / processor.TotalSeconds * Cores,6:F0} MB/s on {Cores} cores, {more}");
}
