using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SecretsAudit.Cli.Hosting;

/// <summary>
/// Hands the signals that this process gets on to a program that it starts: that one decides when and how it ends. It listens before there is a
/// program, and hands on what came meanwhile.
/// </summary>
internal sealed class SignalForwarding : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<int> _waiting = [];
    private readonly List<PosixSignalRegistration> _registrations = [];
    private Process? _program;

    /// <summary>Begins to listen.</summary>
    /// <param name="sharesTerminal">Whether a person sits at both: a terminal sends Ctrl+C to every process in front of it by itself.</param>
    public SignalForwarding(bool sharesTerminal)
    {
        foreach (var (signal, number) in (IEnumerable<(PosixSignal, int)>)[(PosixSignal.SIGTERM, 15), (PosixSignal.SIGHUP, 1), (PosixSignal.SIGINT, 2)])
            _registrations.Add(PosixSignalRegistration.Create(signal, context => HandOn(context, number, isSent: signal != PosixSignal.SIGINT || !sharesTerminal)));
    }

    /// <summary>Hands on to a program from now on.</summary>
    public void To(Process program)
    {
        lock (_gate)
        {
            _program = program;
            foreach (var number in _waiting)
                Send(program, number);
        }
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
    }

    private void HandOn(PosixSignalContext context, int number, bool isSent)
    {
        context.Cancel = true;
        // Windows has no signals to send: its console tells both.
        if (!isSent || OperatingSystem.IsWindows())
            return;
        lock (_gate)
        {
            if (_program is null)
                _waiting.Add(number);
            else
                Send(_program, number);
        }
    }

    private static void Send(Process program, int number)
    {
        if (!program.HasExited)
            _ = Kill(program.Id, number);
    }

    // It fails only for a program that has ended meanwhile, which is what was wanted.
    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
