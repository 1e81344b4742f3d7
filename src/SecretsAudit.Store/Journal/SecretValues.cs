using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Journal;

/// <summary>Which value rows a change of a secret writes and deletes: values are written once and never rewritten.</summary>
internal static class SecretValues
{
    private static readonly IEqualityComparer<SecretVersion> SameObject = ReferenceEqualityComparer.Instance;

    public static RowId IdOf(Secret secret, string versionId) => new(RowKind.SecretValue, $"{secret.Account}/{secret.Region}/{secret.Name}\n{versionId}");

    /// <summary>Writes the same key in UTF-8, without a text in between: every write of a value needs one.</summary>
    public static void WriteKey(Secret secret, VersionId version, ArrayBufferWriter<byte> to)
    {
        Encoding.UTF8.GetBytes(secret.Account, to);
        to.Write("/"u8);
        Encoding.UTF8.GetBytes(secret.Region, to);
        to.Write("/"u8);
        Encoding.UTF8.GetBytes(secret.Name, to);
        to.Write("\n"u8);
        to.Advance(version.WriteTo(to.GetSpan(version.Utf8Length)));
    }

    /// <summary>The values that a change adds or replaces (true), and those that it removes (false).</summary>
    public static void Note<T>(Secret? old, Secret? next, T to, Action<T, Secret, SecretVersion, bool> note)
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
                note(to, old!, version, false);
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
                note(to, next!, version, true);
            }
        }
    }
}
