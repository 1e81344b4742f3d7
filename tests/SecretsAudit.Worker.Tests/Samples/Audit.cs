using SecretsAudit.Model;

namespace SecretsAudit.Worker.Tests;

/// <summary>An audit that does what a test says, and counts.</summary>
internal sealed class Audit(Func<CancellationToken, Task<AuditResult>> run) : IAuditRun
{
    private int _started;
    private int _going;
    private int _mostAtOnce;

    public int Started => _started;

    public int MostAtOnce => _mostAtOnce;

    public static Audit Returning(params Finding[] findings) => new(_ => Task.FromResult(Results.Result(findings)));

    public async Task<AuditResult> ExecuteAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _started);
        _mostAtOnce = Math.Max(_mostAtOnce, Interlocked.Increment(ref _going));
        try
        {
            return await run(cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _going);
        }
    }
}
