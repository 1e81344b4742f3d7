using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>The map from version id to labels in DescribeSecret and ListSecrets: labelled versions only, absent when there are none.</summary>
internal static class SecretVersionStages
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>>? Of(Secret secret)
    {
        Dictionary<string, IReadOnlyList<string>>? stages = null;
        foreach (var version in secret.Versions)
        {
            if (!version.IsDeprecated)
            {
                (stages ??= new(StringComparer.Ordinal))[version.Id] = version.Stages;
            }
        }

        return stages;
    }
}
