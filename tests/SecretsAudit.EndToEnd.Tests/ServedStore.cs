using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SecretsAudit.EndToEnd.Tests;

/// <summary><c>secretsaudit store serve</c>, running on a free loopback port.</summary>
internal sealed partial class ServedStore : IDisposable
{
    private readonly Process _process;
    private readonly Task _drained;

    private ServedStore(Process process, string address, Task drained) => (_process, Address, _drained) = (process, address, drained);

    /// <summary>Where it listens.</summary>
    public string Address { get; }

    public static async Task<ServedStore> StartAsync(Tool tool, params IReadOnlyList<string> args)
    {
        var process = tool.Start(["store", "serve", "--port", "0", .. args]);
        var said = new List<string>();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (Listening().Match(line) is { Success: true } listening)
                return new(process, listening.Groups["address"].Value, process.StandardError.ReadToEndAsync());
        }

        throw new InvalidOperationException($"The store did not start: {string.Join('\n', said)}");
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _drained.Wait(TimeSpan.FromSeconds(10));
        _process.Dispose();
    }

    [GeneratedRegex(@"Listening on (?<address>http://[^,\s]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
