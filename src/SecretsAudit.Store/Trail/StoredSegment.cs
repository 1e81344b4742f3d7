using Microsoft.Data.Sqlite;

namespace SecretsAudit.Store.Trail;

/// <summary>A segment as it lies in the trail.</summary>
internal sealed record StoredSegment(string Account, string Region, List<NumberedEvent> Events)
{
    /// <summary>The columns that <see cref="Read"/> takes.</summary>
    public const string Columns = "first, account, region, body";

    public long First => Events[0].Number;

    /// <exception cref="Journal.StoreDamagedException">The events are not what was written.</exception>
    public static StoredSegment Read(SqliteDataReader reader)
    {
        var (account, region) = (reader.GetString(1), reader.GetString(2));
        return new(account, region, TrailSegment.Decode((byte[])reader[3], reader.GetInt64(0), account, region));
    }

    /// <summary>What a query asks for of this segment, newest first.</summary>
    public IEnumerable<TrailEntry> Find(TrailQuery query)
    {
        for (var i = Events.Count - 1; i >= 0; i--)
        {
            var (number, happened) = Events[i];
            if (number < (query.Before ?? long.MaxValue) && happened.At >= query.From && happened.At <= query.To
                && (query.Attribute is null || TrailAttributes.Of(happened).Contains((query.Attribute, query.Value!))))
            {
                yield return TrailAttributes.Entry(number, happened);
            }
        }
    }
}

/// <summary>An event with its number: numbers rise in the order of recording, with gaps where other places' events are.</summary>
internal readonly record struct NumberedEvent(long Number, TrailEvent Happened);
