using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Journal;

/// <summary>
/// Rows in a database that commits reach by way of a log: a commit is one write and one sync of a file that has its room already. When a log
/// has grown, a thread of its own brings the last state of each of its rows to the database, while commits go to a second log.
/// </summary>
internal sealed class LoggedJournal : IJournal
{
    /// <summary>How long a log gets before the database takes it over, unless said otherwise.</summary>
    public const long CheckpointBytes = 32 * 1024 * 1024;

    private readonly long _checkpointBytes;
    private readonly Lock _gate = new();
    private readonly RowCodec _codec;
    private readonly SqliteJournal _database;
    private CommitLog _active;
    private CommitLog _other;
    private Unapplied? _unapplied;
    private long _last;
    private long _applied;
    private long _checkpointAt;
    private Task _checkpoint = Task.CompletedTask;
    private volatile StoreDamagedException? _damage;

    public LoggedJournal(string directory, RootKey root, long checkpointBytes = CheckpointBytes)
    {
        (_checkpointBytes, _checkpointAt) = (checkpointBytes, checkpointBytes);
        _codec = new RowCodec(root);
        _database = new SqliteJournal(directory, _codec);
        try
        {
            var frames = new CommitFrame(root.Derive("commit-mac"));
            _active = new(Path.Combine(directory, "store-a.log"), frames);
            _other = new(Path.Combine(directory, "store-b.log"), frames);
        }
        catch
        {
            _active?.Dispose();
            _database.Dispose();
            throw;
        }
    }

    public IReadOnlyList<Row> Load()
    {
        lock (_gate)
        {
            _last = _applied = _database.ReadPosition();
            var (first, second) = (_active.ReadAfter(_last), _other.ReadAfter(_last));
            if (second.Count > 0 && (first.Count == 0 || second[0].Number > first[0].Number))
            {
                (_active, _other) = (_other, _active);
            }

            var rows = new Dictionary<RowId, StoredRow?>();
            foreach (var (number, entries) in first.Concat(second).OrderBy(commit => commit.Number))
            {
                _last = number == _last + 1 ? number
                    : throw new StoreDamagedException($"{_active.Path} goes on with commit {number}, but commit {_last + 1} is in no log: a log was altered, damaged or removed. Restore a backup.");
                Note(rows, entries);
            }

            var state = _database.Load(rows);
            if (rows.Count > 0)
            {
                _unapplied = Written();
                StartCheckpoint();
            }
            else
            {
                _other.Rewind();
                _active.Rewind();
            }

            return state;
        }
    }

    public EncodedRows Encode(IReadOnlyList<RowChange> changes) => RowAppender.Encode(_codec, changes);

    public void Commit(IReadOnlyList<EncodedRows> operations)
    {
        lock (_gate)
        {
            if (_damage is { } damage)
            {
                throw new StoreUnavailableException($"A log was damaged while the store ran, and no start would read what is written behind the damage. {damage.Message}", damage);
            }

            try
            {
                _active.Append(_last + 1, operations);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
            {
                // The last is .NET's answer to a file that may not grow further.
                throw new StoreUnavailableException($"The store could not write to {_active.Path}: {failure.Message}", failure);
            }

            _last++;
            if (_active.Position >= _checkpointAt && _checkpoint.IsCompleted)
            {
                SwitchLogs();
            }
        }
    }

    public void CopyTo(string directory)
    {
        lock (_gate)
        {
            ApplyAll();
            _database.CopyTo(directory);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            try
            {
                ApplyAll();
            }
            catch (StoreUnavailableException)
            {
                // The logs hold it, and the next start reads them.
            }
            catch (StoreDamagedException)
            {
                TellFromTornEnd();
            }

            _active.Dispose();
            _other.Dispose();
            _database.Dispose();
        }
    }

    // A broken commit with none behind it would be taken for a write that a power cut tore: an empty one behind it has the next start name the damage.
    private void TellFromTornEnd()
    {
        try
        {
            _active.Append(_last + 1, []);
        }
        catch (IOException)
        {
            // The disk takes nothing; the damage is named unless it lies in the very last commit.
        }
    }

    private static void Note(Dictionary<RowId, StoredRow?> rows, IReadOnlyList<JournalEntry> entries)
    {
        foreach (var (id, row) in entries)
        {
            rows[id] = row;
        }
    }

    private void SwitchLogs()
    {
        if (_unapplied is null)
        {
            // Nothing of the other is wanted any more.
            _other.Rewind();
            _unapplied = Written();
            (_active, _other) = (_other, _active);
            _checkpointAt = _checkpointBytes;
        }
        else
        {
            // The last checkpoint failed, on a full disk: its log is not free, so this one grows on and the checkpoint is tried again.
            _checkpointAt += _checkpointBytes;
        }

        StartCheckpoint();
    }

    // Both logs, the earlier first: what the database has of them already is left out by number.
    private Unapplied Written() => new([(_other, _other.Position), (_active, _active.Position)], _last);

    private void StartCheckpoint()
    {
        var unapplied = _unapplied!;
        _checkpoint = Task.Factory.StartNew(() => TryApply(unapplied), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private void TryApply(Unapplied unapplied)
    {
        try
        {
            Apply(unapplied);
        }
        catch (StoreUnavailableException)
        {
            // Nothing is lost: the log keeps it, and the next checkpoint tries again.
        }
        catch (StoreDamagedException damage)
        {
            // From here on writes are refused. The next start reads the log, and names the damage, too.
            _damage = damage;
        }
    }

    private void Apply(Unapplied unapplied)
    {
        _database.Apply(unapplied.Logs.SelectMany(log => log.Log.Pieces(log.End, _applied)), unapplied.UpTo);
        _applied = unapplied.UpTo;
        Volatile.Write(ref _unapplied, null);
    }

    private void ApplyAll()
    {
        _checkpoint.Wait();
        if (_applied < _last)
        {
            Apply(Written());
        }

        _other.Rewind();
        _active.Rewind();
    }

    /// <summary>What of the logs the database does not have, and the number of the last commit in it.</summary>
    private sealed record Unapplied(IReadOnlyList<(CommitLog Log, long End)> Logs, long UpTo);
}
