using System.Runtime.InteropServices;

namespace SecretsAudit.Cli.Hosting;

/// <summary>Ctrl+C and the signals that ask a process to end. The second one ends it at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly List<PosixSignalRegistration> _registrations = [];

    private StopSignals(CancellationToken outer)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(outer);
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP])
            _registrations.Add(PosixSignalRegistration.Create(signal, Stop));
    }

    /// <summary>What a shell expects of a process that was interrupted.</summary>
    public static int ExitCode => 130;

    public CancellationToken Token => _source.Token;

    public static StopSignals Linked(CancellationToken outer) => new(outer);

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
