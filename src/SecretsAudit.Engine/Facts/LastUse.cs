using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>Finds out when a secret was last of use to anybody.</summary>
/// <remarks>
/// The service keeps the date of the last access per region and to the day, so ages are counted in whole UTC days. A primary whose replica is
/// read is in use: it cannot be deleted without its replica.
/// </remarks>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html"/>
internal static class LastUse
{
    public static Fact<DateTimeOffset> Of(Secret secret)
    {
        var read = Read(secret);
        return read.IsAbsent ? secret.CreatedAt : read;
    }

    /// <summary>Whether it was never read anywhere.</summary>
    public static Fact<bool> Never(Secret secret)
    {
        var read = Read(secret);
        return read.IsUnknown ? FactOperators.Carry<DateTimeOffset, bool>(read) : Fact.Known(read.IsAbsent, read.Origin!);
    }

    private static Fact<DateTimeOffset> Read(Secret secret)
    {
        // A secret that is not replicated says so by leaving PrimaryRegion out, and a replica has no replicas of its own.
        var mayHaveReplicas = !secret.PrimaryRegion.IsAbsent && !(secret.PrimaryRegion.IsKnown && secret.PrimaryRegion.Value != secret.Scope.Region);
        if (mayHaveReplicas && secret.Replicas.IsUnknown)
            return Fact<DateTimeOffset>.Unknown(secret.Replicas.Origin ?? new("secretsmanager:DescribeSecret", default, "replicas were not read"));

        if (secret.LastAccessed.IsUnknown)
            return secret.LastAccessed;

        var read = secret.LastAccessed;
        if (mayHaveReplicas && secret.Replicas.TryGetValue(out var replicas))
        {
            for (var i = 0; i < replicas.Count; i++)
            {
                if (replicas[i].LastAccessed is { } access && (!read.IsKnown || access > read.Value))
                    read = Fact.Known(access, secret.Replicas.Origin!);
            }
        }

        return read;
    }

    public static Fact<int> Days(Fact<DateTimeOffset> since, DateTimeOffset asOf) => since.IsKnown
        ? Fact.Known((asOf.UtcDateTime.Date - since.Value.UtcDateTime.Date).Days, since.Origin!)
        : FactOperators.Carry<DateTimeOffset, int>(since);
}
