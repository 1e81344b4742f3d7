using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>Finds versions by their staging labels.</summary>
internal static class VersionDates
{
    /// <summary>When the version labelled AWSCURRENT was created; absent when no version has the label.</summary>
    public static Fact<DateTimeOffset> Current(Fact<IReadOnlyList<SecretVersion>> versions) =>
        Find(versions, static version => Has(version, "AWSCURRENT"));

    /// <summary>When the version labelled AWSPREVIOUS was created; absent when no version has the label.</summary>
    public static Fact<DateTimeOffset> Previous(Fact<IReadOnlyList<SecretVersion>> versions) =>
        Find(versions, static version => Has(version, "AWSPREVIOUS"));

    /// <summary>When a version labelled AWSPENDING was created that is not current, too; a finished rotation may leave both labels on one version.</summary>
    public static Fact<DateTimeOffset> Pending(Fact<IReadOnlyList<SecretVersion>> versions) =>
        Find(versions, static version => Has(version, "AWSPENDING") && !Has(version, "AWSCURRENT"));

    private static bool Has(SecretVersion version, string label)
    {
        var labels = version.StagingLabels;
        for (var i = 0; i < labels.Count; i++)
        {
            if (labels[i] == label)
                return true;
        }

        return false;
    }

    private static Fact<DateTimeOffset> Find(Fact<IReadOnlyList<SecretVersion>> versions, Func<SecretVersion, bool> wanted)
    {
        if (!versions.TryGetValue(out var list))
            return FactOperators.Carry<IReadOnlyList<SecretVersion>, DateTimeOffset>(versions);

        for (var i = 0; i < list.Count; i++)
        {
            if (wanted(list[i]))
                return list[i].CreatedAt;
        }

        return Fact<DateTimeOffset>.Absent(versions.Origin!);
    }
}
