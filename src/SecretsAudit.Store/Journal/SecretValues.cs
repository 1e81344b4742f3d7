using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Journal;

/// <summary>Which value rows a change of a secret writes and deletes: values are written once and never rewritten.</summary>
internal static class SecretValues
{
    public static RowId IdOf(Secret secret, string versionId) => new(RowKind.SecretValue, $"{secret.Id.Key}\n{versionId}");

    public static IEnumerable<(RowId Id, object? Value)> Changes(Secret? old, Secret? next)
    {
        foreach (var version in old?.Versions ?? [])
        {
            if (next?.Version(version.Id) is null)
            {
                yield return (IdOf(old!, version.Id), null);
            }
        }

        foreach (var version in next?.Versions ?? [])
        {
            if (!version.IsEmpty && !ReferenceEquals(old?.Version(version.Id)?.Value, version.Value))
            {
                yield return (IdOf(next!, version.Id), version.Value);
            }
        }
    }
}
