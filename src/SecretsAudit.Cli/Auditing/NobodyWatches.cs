using SecretsAudit.Model;

namespace SecretsAudit.Cli.Auditing;

/// <summary>Stands where nobody wants to know how far it has come.</summary>
internal sealed class NobodyWatches : IAuditWatcher
{
    private NobodyWatches()
    {
    }

    public static NobodyWatches Instance { get; } = new();

    public void Step(string activity)
    {
    }

    public void ScannedFiles(int files)
    {
    }

    public void Report(CollectionProgress value)
    {
    }
}
