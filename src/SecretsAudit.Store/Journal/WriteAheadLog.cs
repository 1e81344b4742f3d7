using System.Buffers.Binary;

namespace SecretsAudit.Store.Journal;

/// <summary>
/// Tells a damaged write-ahead log from a torn one before SQLite recovers it. SQLite stops at the first frame whose checksum is wrong and
/// forgets what follows, which is right for a write that a power cut tore, and silent loss when a bit flipped in the middle.
/// </summary>
/// <remarks>
/// A transaction is written only after the one before it is on the disk. So a broken frame with a later transaction behind it, or the end of
/// its own transaction and more, was whole once; a broken frame in the last transaction may be a torn write that nobody was told of.
/// </remarks>
/// <seealso href="https://www.sqlite.org/fileformat2.html#the_write_ahead_log"/>
internal static class WriteAheadLog
{
    private const int HeaderLength = 32;
    private const int FrameHeaderLength = 24;
    private const uint LittleEndianMagic = 0x377F0682;

    /// <exception cref="StoreDamagedException">A part that had reached the disk does not hold what was written.</exception>
    public static void Check(string database)
    {
        var path = database + "-wal";
        if (!File.Exists(path))
        {
            return;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 20, FileOptions.SequentialScan);
        Span<byte> header = stackalloc byte[HeaderLength];
        if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || file.Length <= HeaderLength + FrameHeaderLength)
        {
            // Nothing was committed to it.
            return;
        }

        var magic = BinaryPrimitives.ReadUInt32BigEndian(header);
        var pageSize = BinaryPrimitives.ReadUInt32BigEndian(header[8..]);
        var sums = new Checksum(magic != LittleEndianMagic);
        sums.Add(header[..24]);
        if ((magic & ~1u) != LittleEndianMagic || pageSize is < 512 or > 65_536 || !sums.Matches(header[24..]))
        {
            throw new StoreDamagedException($"{path} has a damaged header: commits that it holds cannot be read.");
        }

        CheckFrames(file, path, header.Slice(16, 8), (int)pageSize, sums);
    }

    private static void CheckFrames(FileStream file, string path, ReadOnlySpan<byte> salts, int pageSize, Checksum sums)
    {
        var frame = new byte[FrameHeaderLength + pageSize];
        var (broken, endsAfterBroken) = (0L, false);
        for (var number = 1L; file.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) == frame.Length; number++)
        {
            var isOfThisLog = frame.AsSpan(8, 8).SequenceEqual(salts);
            if (broken == 0)
            {
                sums.Add(frame.AsSpan(0, 8));
                sums.Add(frame.AsSpan(FrameHeaderLength));
                broken = isOfThisLog && sums.Matches(frame.AsSpan(16)) ? 0 : number;
            }
            else if (isOfThisLog && endsAfterBroken)
            {
                throw new StoreDamagedException($"{path} is damaged in frame {broken}: commits from there on cannot be read. Restore a backup, or delete the log to go back to the state before it.");
            }

            // The page count of a frame is 0 unless it ends a transaction.
            endsAfterBroken |= broken != 0 && isOfThisLog && BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(4)) != 0;
        }
    }

    /// <summary>The log's running checksum: two sums over pairs of words.</summary>
    private sealed class Checksum(bool isBigEndian)
    {
        private uint _first;
        private uint _second;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            for (; bytes.Length >= 8; bytes = bytes[8..])
            {
                _first += Word(bytes) + _second;
                _second += Word(bytes[4..]) + _first;
            }
        }

        public bool Matches(ReadOnlySpan<byte> stored) =>
            BinaryPrimitives.ReadUInt32BigEndian(stored) == _first && BinaryPrimitives.ReadUInt32BigEndian(stored[4..]) == _second;

        private uint Word(ReadOnlySpan<byte> bytes) =>
            isBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }
}
