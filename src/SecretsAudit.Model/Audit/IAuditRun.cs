namespace SecretsAudit.Model;

/// <summary>One whole audit, from inventory to result, as configured by whoever composed it. The command line and the worker both run it.</summary>
public interface IAuditRun
{
    /// <summary>Runs the audit once.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The result; gaps are in it, not thrown.</returns>
    Task<AuditResult> ExecuteAsync(CancellationToken cancellationToken);
}
