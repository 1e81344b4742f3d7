using System.Text.RegularExpressions;

namespace SecretsAudit.Cli.Tests;

/// <summary><c>store serve</c> in this process, on a free port, until it is disposed.</summary>
internal sealed partial class ServedStore : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TextWriter _error;
    private readonly StringWriter _told = new();
    private readonly Task<int> _serving;

    private ServedStore(CommandLine line, string[] options)
    {
        _error = TextWriter.Synchronized(_told);
        _serving = Application.RunAsync(
            ["store", "serve", "--port", "0", .. options],
            new Terminal
            {
                Input = Stream.Null,
                Output = Stream.Null,
                Error = _error,
                OutputIsTerminal = false,
                ErrorIsTerminal = false,
                Variable = line.Variable,
                Folder = line.Folder,
            },
            _stop.Token);
    }

    public Uri Address { get; private set; } = null!;

    public static async Task<ServedStore> StartAsync(CommandLine line, params string[] options)
    {
        var served = new ServedStore(line, options);
        while (true)
        {
            var told = served._serving.IsCompleted ? null : served.Told();
            if (told is null)
            {
                throw new InvalidOperationException($"It ended with {await served._serving}: {served.Told()}");
            }

            if (Listening().Match(told) is { Success: true } listening)
            {
                served.Address = new(listening.Groups["url"].Value);
                return served;
            }

            await Task.Delay(20);
        }
    }

    public string Told()
    {
        lock (_error)
        {
            return _told.ToString();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Assert.Equal(0, await _serving);
        _stop.Dispose();
        await _error.DisposeAsync();
    }

    [GeneratedRegex(@"Listening on (?<url>\S+),", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
