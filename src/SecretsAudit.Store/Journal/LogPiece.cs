using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SecretsAudit.Store.Journal;

/// <summary>
/// Whole commits of a log in memory, and where the last state of each of their rows lies. The rows stay the bytes they are: as objects they
/// would outlive their commits by a second, and moving those was most of what the garbage collector had to do under load.
/// </summary>
internal sealed class LogPiece : IDisposable
{
    private const int Most = 16 * 1024 * 1024;

    // A pool of its own: each checkpoint has a new thread, and the shared pool keeps what one gives back for that thread alone.
    private static readonly ArrayPool<byte> Room = ArrayPool<byte>.Create(Most, maxArraysPerBucket: 1);

    private readonly byte[] _bytes;
    private readonly List<int> _rows = [];

    private LogPiece(byte[] bytes) => _bytes = bytes;

    /// <summary>Where in the log the next piece begins.</summary>
    public long End { get; private set; }

    public int Count => _rows.Count;

    /// <summary>A row's last state; they are about in the order of the database's index, so that neighbours share its pages.</summary>
    public LoggedRow this[int index] => At(_rows[index]);

    /// <summary>Reads what begins at a place, as much as one piece holds.</summary>
    /// <param name="file">The log.</param>
    /// <param name="frames">Checks the commits.</param>
    /// <param name="from">Where a commit begins.</param>
    /// <param name="to">Where the last one that is wanted ends.</param>
    /// <param name="after">The number of the commit up to which nothing is wanted.</param>
    /// <exception cref="StoreDamagedException">A commit is not what was written.</exception>
    /// <exception cref="IOException">The disk refused.</exception>
    public static LogPiece Read(SafeFileHandle file, CommitFrame frames, long from, long to, long after)
    {
        Span<byte> head = stackalloc byte[CommitFrame.HeaderLength];
        RandomAccess.Read(file, head, from);
        var length = (int)Math.Min(to - from, Math.Max(Most, CommitFrame.Padded(CommitFrame.LengthOf(head))));
        var piece = new LogPiece(Room.Rent(length)) { End = from };
        try
        {
            for (var read = 0; read < length;)
            {
                var count = RandomAccess.Read(file, piece._bytes.AsSpan(read, length - read), from + read);
                read = count > 0 ? read + count : throw new EndOfStreamException($"The log ends at byte {from + read}.");
            }

            piece.End += piece.Gather(frames, length, after);
            return piece.End > from ? piece : throw new StoreDamagedException($"A log's commit at byte {from} is not what was written: the file was altered or damaged.");
        }
        catch
        {
            piece.Dispose();
            throw;
        }
    }

    public void Dispose() => Room.Return(_bytes);

    private LoggedRow At(int offset) => new(_bytes.AsSpan(offset));

    // Answers how many bytes of whole commits there are.
    private int Gather(CommitFrame frames, int length, long after)
    {
        var all = new List<Place>();
        var at = 0;
        while (at < length && frames.NumberAt(_bytes.AsSpan(at, length - at), out var frame) is { } number)
        {
            var end = at + frame;
            for (var offset = at + CommitFrame.HeaderLength; number > after && offset < end;)
            {
                var row = At(offset);
                all.Add(new(row, offset));
                offset += row.Length;
            }

            at += CommitFrame.Padded(frame);
        }

        // Of a row's states the last one counts: it lies behind the others.
        CollectionsMarshal.AsSpan(all).Sort(new ByKey(this));
        for (var i = 0; i < all.Count; i++)
        {
            if (i + 1 == all.Count || CompareRows(all[i], all[i + 1]) != 0)
            {
                _rows.Add(all[i].Offset);
            }
        }

        return at;
    }

    private int CompareRows(Place left, Place right)
    {
        if (left.Start != right.Start)
        {
            return left.Start < right.Start ? -1 : 1;
        }

        return At(left.Offset).Key.SequenceCompareTo(At(right.Offset).Key);
    }

    /// <summary>A row's place, and enough of its key to sort most rows without looking there.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly struct Place
    {
        // An account, a region of the usual length and their slashes: most keys of a store begin alike.
        private const int Alike = 23;

        public Place(LoggedRow row, int offset)
        {
            Offset = offset;
            Span<byte> start = stackalloc byte[16];
            start.Clear();
            start[0] = row.Kind;
            var telling = row.Key.Length > Alike ? row.Key[Alike..] : row.Key;
            telling[..Math.Min(telling.Length, start.Length - 1)].CopyTo(start[1..]);
            Start = BinaryPrimitives.ReadUInt128BigEndian(start);
        }

        public UInt128 Start { get; }

        public int Offset { get; }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly struct ByKey(LogPiece piece) : IComparer<Place>
    {
        public int Compare(Place left, Place right) =>
            piece.CompareRows(left, right) is var order and not 0 ? order : left.Offset.CompareTo(right.Offset);
    }
}
