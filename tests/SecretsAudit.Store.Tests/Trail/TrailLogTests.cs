using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Journal;
using SecretsAudit.Store.Tests.Journal;
using SecretsAudit.Store.Trail;

namespace SecretsAudit.Store.Tests.Trail;

public sealed class TrailLogTests : IDisposable
{
    private const string Account = "123456789012";
    private const string Region = "eu-west-1";

    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private SqliteTrailLog? _log;

    public void Dispose()
    {
        _log?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void An_event_is_read_as_it_was_recorded()
    {
        var recorded = Event(7) with
        {
            Identity = new()
            {
                Type = "AssumedRole", PrincipalId = "AROA1:session", Arn = "arn:aws:sts::123456789012:assumed-role/app/session", AccountId = Account, AccessKeyId = "ASIA1",
                UserName = "session", SourceIp = "10.0.0.1", UserAgent = "sdk",
                Issuer = new() { AccountId = Account, Kind = PrincipalKind.Role, Path = "/", Name = "app", UniqueId = "AROA1" },
            },
            RequestId = "not a UUID",
            ErrorCode = "AccessDenied",
            ErrorMessage = "User may not.",
            Response = "{\"ARN\":\"x\"}"u8.ToArray(),
            Resources = [new("AWS::SecretsManager::Secret", "arn:one"), new("AWS::KMS::Key", "arn:two")],
        };
        var expected = TrailRecord.Write(recorded);

        Open().Append([Event(6), recorded, Event(8)]);

        var read = _log!.Lookup(Query() with { Attribute = "EventId", Value = recorded.EventId }).Single();
        Assert.Equal(expected, read.Record);
        Assert.Equal(recorded.Resources, read.Resources);
        Assert.Equal("session", read.Username);
    }

    [Fact]
    public void Pages_go_from_the_newest_event_to_the_oldest_over_every_segment_of_the_place()
    {
        var log = Open();
        for (var batch = 0; batch < 3; batch++)
        {
            log.Append([.. Enumerable.Range(batch * 1500, 1500).Select(i => i % 2 == 0 ? Event(i) : Event(i) with { Region = "us-east-1" })]);
        }

        var found = new List<TrailEntry>();
        for (IReadOnlyList<TrailEntry> page = log.Lookup(Query()); page.Count > 0; page = log.Lookup(Query() with { Before = found[^1].Number }))
        {
            found.AddRange(page);
        }

        Assert.Equal(Enumerable.Range(0, 2250).Select(i => Id(4498 - (2 * i))), found.Select(entry => entry.EventId));
        Assert.Equal([(Account, Region), (Account, "us-east-1")], log.Places());
    }

    [Fact]
    public void Pages_stay_as_they_are_when_single_calls_are_packed_together_between_them()
    {
        var log = Open();
        for (var i = 0; i < 600; i++)
        {
            log.Append([i % 3 == 0 ? Event(i) with { Region = "us-east-1" } : Event(i)]);
            if (i % 50 == 0)
            {
                Assert.Single(log.Lookup(Query() with { Attribute = "EventId", Value = Id(i), Region = i % 3 == 0 ? "us-east-1" : Region }));
            }
        }

        var found = new List<TrailEntry>();
        for (IReadOnlyList<TrailEntry> page = log.Lookup(Query()); page.Count > 0; page = log.Lookup(Query() with { Before = found[^1].Number, Attribute = found.Count > 100 ? "EventName" : null, Value = "GetSecretValue" }))
        {
            found.AddRange(page);
        }

        Assert.Equal(Enumerable.Range(0, 600).Where(i => i % 3 != 0).Select(Id).Reverse(), found.Select(entry => entry.EventId));
    }

    [Fact]
    public void Recording_and_forgetting_go_on_in_whatever_order()
    {
        var (log, kept, next) = (Open(), new List<int>(), 0);
        var random = new Random(4);
        for (var turn = 0; turn < 60; turn++)
        {
            var batch = Enumerable.Range(next, random.Next(1, 400)).ToList();
            next += batch.Count;
            kept.AddRange(batch);
            log.Append([.. batch.Select(Event)]);
            if (turn % 7 == 3)
            {
                var before = kept[random.Next(kept.Count)];
                log.Forget(Start.AddSeconds(before));
                kept.RemoveAll(i => i < before);
            }

            if (turn % 5 == 2)
            {
                var one = kept[random.Next(kept.Count)];
                Assert.Single(log.Lookup(Query() with { Attribute = "EventId", Value = Id(one) }));
                Assert.Equal(kept.Select(Id).Reverse(), log.Lookup(Query() with { Limit = int.MaxValue, Attribute = "ResourceName", Value = "arn:one" }).Select(entry => entry.EventId));
            }
        }

        Assert.Equal(kept.Select(Id).Reverse(), log.Lookup(Query() with { Limit = int.MaxValue }).Select(entry => entry.EventId));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("EventName", "GetSecretValue")]
    public void Only_events_of_the_time_asked_for_are_found(string? attribute, string? value)
    {
        Open().Append([.. Enumerable.Range(0, 2500).Select(Event)]);

        var found = _log!.Lookup(Query() with { From = Start.AddSeconds(998), To = Start.AddSeconds(1002), Attribute = attribute, Value = value });

        Assert.Equal([Id(1002), Id(1001), Id(1000), Id(999), Id(998)], found.Select(entry => entry.EventId));
    }

    [Fact]
    public void What_is_forgotten_is_found_by_nothing_and_what_is_younger_stays()
    {
        var log = Open();
        log.Append([.. Enumerable.Range(0, 2500).Select(Event)]);
        Assert.Single(log.Lookup(Query() with { Attribute = "EventId", Value = Id(1200) }));

        log.Forget(Start.AddSeconds(1500));

        Assert.Empty(log.Lookup(Query() with { Attribute = "EventId", Value = Id(1200) }));
        Assert.Single(log.Lookup(Query() with { Attribute = "EventId", Value = Id(1500) }));
        Assert.Equal(1000, log.Lookup(Query() with { Limit = 5000 }).Count);
    }

    [Fact]
    public void Events_recorded_after_everything_was_forgotten_are_found_by_their_attributes()
    {
        var log = Open();
        log.Append([Event(1)]);
        Assert.Single(log.Lookup(Query() with { Attribute = "EventId", Value = Id(1) }));
        log.Clear();
        _log!.Dispose();

        Open().Append([Event(2)]);

        Assert.Single(_log!.Lookup(Query() with { Attribute = "EventId", Value = Id(2) }));
        Assert.Single(_log!.Lookup(Query()));
    }

    [Fact]
    public void A_bit_flipped_in_a_segment_is_named_and_not_read_as_an_event()
    {
        Open().Append([Event(1)]);
        _log!.Dispose();
        using (var connection = SqliteFile.Open(Path.Combine(_folder.Path, SqliteTrailLog.FileName), "FULL"))
        {
            SqliteFile.Execute(connection, "UPDATE segment SET body = CAST(replace(CAST(body AS TEXT), 'GetSecretValue', 'GetSecretVblue') AS BLOB)");
        }

        var error = Assert.Throws<StoreDamagedException>(() => Open().Lookup(Query()));

        Assert.Contains(SqliteTrailLog.FileName, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trail_that_kept_a_row_for_each_event_is_taken_over()
    {
        using (var connection = SqliteFile.Open(
            Path.Combine(_folder.Path, SqliteTrailLog.FileName),
            "FULL",
            """
            CREATE TABLE event (
                number INTEGER PRIMARY KEY, account TEXT NOT NULL, region TEXT NOT NULL, at INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,
                source TEXT NOT NULL, user TEXT, access_key TEXT, read_only INTEGER NOT NULL, resources TEXT NOT NULL, record TEXT NOT NULL) STRICT;
            CREATE INDEX event_place ON event (account, region, number);
            CREATE TABLE attribute (
                account TEXT NOT NULL, region TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, number INTEGER NOT NULL,
                PRIMARY KEY (account, region, key, value, number)) STRICT, WITHOUT ROWID;
            CREATE TABLE progress (indexed_to INTEGER NOT NULL) STRICT;
            INSERT INTO event VALUES (5, '123456789012', 'eu-west-1', 1772366400000, 'old', 'GetSecretValue', 'secretsmanager.amazonaws.com', 'root', NULL, 1,
                'AWS::SecretsManager::Secret arn:one', '{"eventID":"old"}');
            INSERT INTO attribute VALUES ('123456789012', 'eu-west-1', 'EventId', 'old', 5);
            INSERT INTO progress VALUES (5)
            """))
        {
        }

        Open().Append([Event(1)]);

        var found = _log!.Lookup(Query() with { Attribute = "ResourceName", Value = "arn:one" });
        Assert.Equal([Id(1), "old"], found.Select(entry => entry.EventId));
        Assert.Equal("{\"eventID\":\"old\"}", found[1].Record);
        Assert.Equal("root", found[1].Username);
        Assert.Equal(2, _log!.Lookup(Query()).Count);
    }

    private SqliteTrailLog Open()
    {
        _log?.Dispose();
        return _log = new SqliteTrailLog(_folder.Path);
    }

    private static TrailQuery Query() => new() { Account = Account, Region = Region, From = DateTimeOffset.MinValue, To = DateTimeOffset.MaxValue, Limit = 50 };

    private static string Id(int i) => $"00000000-0000-0000-0000-{i:000000000000}";

    private static TrailEvent Event(int i) => new()
    {
        EventId = Id(i),
        At = Start.AddSeconds(i),
        Account = Account,
        Region = Region,
        Source = "secretsmanager.amazonaws.com",
        Name = "GetSecretValue",
        ReadOnly = true,
        Identity = TrailIdentity.Service(Account),
        RequestId = Id(i),
        Resources = [new("AWS::SecretsManager::Secret", "arn:one")],
    };
}
