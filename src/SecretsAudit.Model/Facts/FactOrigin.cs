namespace SecretsAudit.Model;

/// <summary>Where a fact came from and when it was read, or why it could not be read. One instance serves every fact of one response.</summary>
/// <param name="Source">The read that produced it, in AWS's words: <c>secretsmanager:ListSecrets</c>; for a derived fact, its derivation.</param>
/// <param name="ReadAt">When it was read (UTC); for a file, when the file's author read it.</param>
/// <param name="Reason">Why the fact is unknown, as a clause without a full stop: <c>AccessDeniedException on kms:DescribeKey</c>. Null when it was read.</param>
public sealed record FactOrigin(string Source, DateTimeOffset ReadAt, string? Reason = null)
{
    /// <summary>The same read, failed for a reason.</summary>
    public FactOrigin Failed(string reason) => this with { Reason = reason };
}
