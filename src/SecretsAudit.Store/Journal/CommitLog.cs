using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace SecretsAudit.Store.Journal;

/// <summary>
/// A file that commits are appended to and synced. It is filled with zeros ahead and written over again from its start: a sync of bytes that
/// the file has already takes the disk a third less time than one that makes it grow.
/// </summary>
/// <remarks>
/// A commit is written only after the one before it is on the disk. So a broken frame with a later commit behind it was whole once, and is
/// damage; a broken frame with none behind it may be a torn write that nobody was told of.
/// </remarks>
internal sealed class CommitLog : IDisposable
{
    private const int LeastGrowth = 256 * 1024;
    private const int MostGrowth = 4 * 1024 * 1024;

    private readonly CommitFrame _frames;
    private readonly SafeFileHandle _file;
    private readonly ArrayBufferWriter<byte> _buffer = new(64 * 1024);
    private long _length;

    public CommitLog(string path, CommitFrame frames)
    {
        _frames = frames;
        Path = path;
        _file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        _length = RandomAccess.GetLength(_file);
    }

    public string Path { get; }

    /// <summary>Where the next commit goes.</summary>
    public long Position { get; private set; }

    /// <summary>The commits after one, oldest first; the next commit will follow the last of them.</summary>
    /// <exception cref="StoreDamagedException">A commit that had reached the disk is not what was written.</exception>
    public IReadOnlyList<(long Number, IReadOnlyList<JournalEntry> Entries)> ReadAfter(long applied)
    {
        var log = new byte[_length];
        for (var read = 0; read < log.Length;)
        {
            var count = RandomAccess.Read(_file, log.AsSpan(read), read);
            read = count == 0 ? log.Length : read + count;
        }

        var commits = new List<(long, IReadOnlyList<JournalEntry>)>();
        var at = 0;
        var last = 0L;
        while (_frames.NumberAt(log.AsSpan(at), out var length) is { } number && (at == 0 || number == last + 1))
        {
            if (number > applied)
            {
                commits.Add((number, CommitFrame.Read(log.AsSpan(at, length))));
            }

            last = number;
            at += CommitFrame.Padded(length);
        }

        for (var behind = at; behind < log.Length; behind += CommitFrame.Sector)
        {
            if (_frames.NumberAt(log.AsSpan(behind), out _) is { } later && later > Math.Max(applied, last))
            {
                throw new StoreDamagedException($"{Path} is damaged at byte {at}: commit {later} and others behind it cannot be read in order. Restore a backup.");
            }
        }

        Position = at;
        return commits;
    }

    /// <summary>The last states of the rows of commits that were written, one piece after another.</summary>
    /// <param name="end">Where the last of the commits ends.</param>
    /// <param name="after">The number of the commit up to which nothing is wanted.</param>
    /// <exception cref="StoreDamagedException">A commit is not what was written.</exception>
    /// <exception cref="IOException">The disk refused.</exception>
    public IEnumerable<LogPiece> Pieces(long end, long after)
    {
        for (var at = 0L; at < end;)
        {
            using var piece = LogPiece.Read(_file, _frames, at, end, after);
            yield return piece;
            at = piece.End;
        }
    }

    /// <summary>Writes a commit and returns after the disk has it. After a failure the next commit takes its place.</summary>
    /// <exception cref="IOException">The disk is full, or refuses.</exception>
    public void Append(long number, IReadOnlyList<EncodedRows> operations)
    {
        _buffer.ResetWrittenCount();
        _frames.Write(_buffer, number, operations);
        Grow(Position + _buffer.WrittenCount);
        try
        {
            RandomAccess.Write(_file, _buffer.WrittenSpan, Position);
            DiskSync.Flush(_file);
        }
        catch
        {
            TryErase();
            throw;
        }

        Position += _buffer.WrittenCount;
    }

    /// <summary>Begins again at the start; all that the file holds must be in the database.</summary>
    public void Rewind() => Position = 0;

    public void Dispose() => _file.Dispose();

    // A commit that was refused must not be there after a crash: without its first sector it is none.
    private void TryErase()
    {
        try
        {
            RandomAccess.Write(_file, new byte[CommitFrame.Sector], Position);
        }
        catch (IOException)
        {
            // The disk takes nothing at all; the refusal that is on its way says so.
        }
    }

    private void Grow(long needed)
    {
        if (needed <= _length)
        {
            return;
        }

        var target = Math.Max(needed, _length + Math.Clamp(_length, LeastGrowth, MostGrowth));
        var zeros = new byte[LeastGrowth];
        for (var at = _length; at < target; at += zeros.Length)
        {
            RandomAccess.Write(_file, zeros.AsSpan(0, (int)Math.Min(zeros.Length, target - at)), at);
        }

        DiskSync.Flush(_file);
        _length = target;
    }
}
