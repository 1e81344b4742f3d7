using SecretsAudit.Model;

namespace SecretsAudit.Cli.Auditing;

/// <summary>Is told how far an audit has come.</summary>
internal interface IAuditWatcher : IProgress<CollectionProgress>
{
    /// <summary>A new step has begun.</summary>
    /// <param name="activity">What is being done, for a person.</param>
    void Step(string activity);

    /// <summary>So many files of source code have been read.</summary>
    void ScannedFiles(int files);
}
