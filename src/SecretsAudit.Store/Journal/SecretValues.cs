using System.Collections.Immutable;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Journal;

/// <summary>Which value rows a change of a secret writes and deletes: values are written once and never rewritten.</summary>
internal static class SecretValues
{
    private static readonly IEqualityComparer<SecretVersion> SameObject = ReferenceEqualityComparer.Instance;

    public static RowId IdOf(Secret secret, string versionId) => new(RowKind.SecretValue, $"{secret.Account}/{secret.Region}/{secret.Name}\n{versionId}");

    /// <summary>The values that a change adds, replaces and removes.</summary>
    public static void Note<T>(Secret? old, Secret? next, T to, Action<T, RowId, SealedValue?> note)
    {
        ImmutableArray<SecretVersion> before = old?.Versions ?? [], after = next?.Versions ?? [];

        // A change mostly adds at the end and moves labels: as far as the ids are in step, no version has to be searched for.
        var same = before.AsSpan().CommonPrefixLength(after.AsSpan(), SameObject);
        for (; same < before.Length && same < after.Length && before[same].Key == after[same].Key; same++)
        {
            NoteNew(before[same], after[same]);
        }

        foreach (var version in before.AsSpan()[same..])
        {
            if (next?.Version(version.Key) is null)
            {
                note(to, IdOf(old!, version.Id), null);
            }
        }

        foreach (var version in after.AsSpan()[same..])
        {
            NoteNew(old?.Version(version.Key), version);
        }

        void NoteNew(SecretVersion? earlier, SecretVersion version)
        {
            if (!version.IsEmpty && !ReferenceEquals(earlier?.Value, version.Value))
            {
                note(to, IdOf(next!, version.Id), version.Value);
            }
        }
    }
}
