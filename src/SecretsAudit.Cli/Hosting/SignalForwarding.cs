using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SecretsAudit.Cli.Hosting;

/// <summary>Hands the signals that this process gets on to a program that it has started: that one decides when and how it ends.</summary>
internal sealed class SignalForwarding : IDisposable
{
    private readonly Process _program;
    private readonly List<PosixSignalRegistration> _registrations = [];

    /// <summary>Begins to hand on.</summary>
    /// <param name="program">The program.</param>
    /// <param name="sharesTerminal">Whether a person sits at both: a terminal sends Ctrl+C to every process in front of it by itself.</param>
    public SignalForwarding(Process program, bool sharesTerminal)
    {
        _program = program;
        foreach (var (signal, number) in (IEnumerable<(PosixSignal, int)>)[(PosixSignal.SIGTERM, 15), (PosixSignal.SIGHUP, 1), (PosixSignal.SIGINT, 2)])
            _registrations.Add(PosixSignalRegistration.Create(signal, context => HandOn(context, number, isSent: signal != PosixSignal.SIGINT || !sharesTerminal)));
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
        if (isSent && !OperatingSystem.IsWindows() && !_program.HasExited)
            _ = Kill(_program.Id, number);
    }

    // It fails only for a program that has ended meanwhile, which is what was wanted.
    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
