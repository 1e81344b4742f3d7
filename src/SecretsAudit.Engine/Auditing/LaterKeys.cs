using SecretsAudit.Engine.Facts;

namespace SecretsAudit.Engine.Auditing;

/// <summary>
/// Secrets under a key of another account or region that has not been read yet: that account's turn may come later, so they are judged at the end. A
/// bounded number of them, since in an estate whose keys are all elsewhere every secret would have to be kept.
/// </summary>
internal sealed class LaterKeys(KeyIndex keys)
{
    private const int Most = 10_000;

    private readonly List<SecretFacts> _kept = [];

    /// <summary>The secrets that are to be judged when all has been read.</summary>
    public IReadOnlyList<SecretFacts> Kept => _kept;

    /// <summary>Whether a secret is kept for the end.</summary>
    public bool Keeps(SecretFacts facts)
    {
        var secret = facts.Secret;
        if (!secret.KmsKeyId.TryGetValue(out var id) || !id.StartsWith("arn:", StringComparison.Ordinal) || _kept.Count == Most)
            return false;

        var reference = KeyReference.Parse(id, secret.Scope);
        if ((reference.Account == secret.Scope.Account && reference.Region == secret.Scope.Region) || keys.Find(reference) is not null)
            return false;

        _kept.Add(facts);
        return true;
    }
}
