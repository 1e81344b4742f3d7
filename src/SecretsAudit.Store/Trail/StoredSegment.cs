using Microsoft.Data.Sqlite;

namespace SecretsAudit.Store.Trail;

/// <summary>A segment as it lies in the trail: the numbers of its first and last event, and the events.</summary>
internal sealed record StoredSegment(long First, long Last, string Account, string Region, List<TrailEvent> Events)
{
    /// <summary>The columns that <see cref="Read"/> takes.</summary>
    public const string Columns = "first, last, account, region, body";

    /// <exception cref="Journal.StoreDamagedException">The events are not what was written.</exception>
    public static StoredSegment Read(SqliteDataReader reader)
    {
        var (first, account, region) = (reader.GetInt64(0), reader.GetString(2), reader.GetString(3));
        return new(first, reader.GetInt64(1), account, region, TrailSegment.Decode((byte[])reader[4], first, account, region));
    }

    public bool Holds(long number) => number >= First && number <= Last;

    public TrailEvent At(long number) => Events[(int)(number - First)];
}
