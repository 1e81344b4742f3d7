using System.Diagnostics;

namespace SecretsAudit.Worker.Tests;

/// <summary>A worker in a child process; killed without warning.</summary>
internal sealed class KilledWorker : IDisposable
{
    private readonly Process _process;

    private KilledWorker(Process process) => _process = process;

    public static KilledWorker Start(TemporaryFolder folder, int auditMilliseconds)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KilledWorker).Assembly.Location, folder.Path, $"{auditMilliseconds}"]) { RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new(process);
    }

    public async Task KillAsync()
    {
        _process.Kill(); // SIGKILL
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();

        _process.Dispose();
    }
}
