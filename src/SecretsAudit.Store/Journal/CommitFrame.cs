using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Journal;

/// <summary>
/// How one commit lies in a log: a header with its number and a keyed check over everything, then its rows. A frame begins on a sector, so
/// that it can be found behind a broken one.
/// </summary>
internal sealed class CommitFrame(byte[] key)
{
    /// <summary>Frames begin at multiples of this many bytes.</summary>
    public const int Sector = 512;

    /// <summary>What stands before the rows.</summary>
    public const int HeaderLength = 40;

    private const uint Magic = 0x31464153;
    private const int MacAt = 24;
    private const int MacLength = LoggedRow.MacLength;

    private readonly Spare<IncrementalHash> _signers = new(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key));

    /// <summary>The frame, padded to whole sectors.</summary>
    public void Write(ArrayBufferWriter<byte> to, long number, IReadOnlyList<EncodedRows> operations)
    {
        var start = to.WrittenCount;
        to.GetSpan(HeaderLength)[..HeaderLength].Clear();
        to.Advance(HeaderLength);
        var count = 0;
        for (var i = 0; i < operations.Count; i++)
        {
            to.Write(operations[i].Bytes);
            count += operations[i].Count;
        }

        var length = to.WrittenCount - start;
        var padding = Padded(length) - length;
        to.GetSpan(padding + 1)[..padding].Clear();
        to.Advance(padding);

        // The buffer's own array: its span was handed out as written.
        var frame = MemoryMarshal.AsMemory(to.WrittenMemory).Span[start..];
        BinaryPrimitives.WriteUInt32LittleEndian(frame, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(frame[4..], length);
        BinaryPrimitives.WriteInt64LittleEndian(frame[8..], number);
        BinaryPrimitives.WriteInt32LittleEndian(frame[16..], count);
        Sign(frame, frame.Slice(MacAt, MacLength));
    }

    /// <summary>A frame's length in whole sectors.</summary>
    public static int Padded(int length) => (length + Sector - 1) / Sector * Sector;

    /// <summary>How long a frame says it is, before anybody has checked that.</summary>
    public static int LengthOf(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadInt32LittleEndian(header[4..]);

    /// <summary>The number of the commit that begins here; null when no whole and unaltered frame does.</summary>
    public long? NumberAt(ReadOnlySpan<byte> log, out int length)
    {
        length = 0;
        if (log.Length < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(log) != Magic)
        {
            return null;
        }

        length = LengthOf(log);
        if (length < HeaderLength || length > log.Length || Padded(length) > log.Length)
        {
            return null;
        }

        Span<byte> mac = stackalloc byte[MacLength];
        Sign(log[..Padded(length)], mac);
        return CryptographicOperations.FixedTimeEquals(mac, log.Slice(MacAt, MacLength)) ? BinaryPrimitives.ReadInt64LittleEndian(log[8..]) : null;
    }

    /// <summary>The rows of a frame that <see cref="NumberAt"/> found whole.</summary>
    public static IReadOnlyList<JournalEntry> Read(ReadOnlySpan<byte> frame)
    {
        var entries = new JournalEntry[BinaryPrimitives.ReadInt32LittleEndian(frame[16..])];
        frame = frame[HeaderLength..];
        for (var i = 0; i < entries.Length; i++)
        {
            var row = new LoggedRow(frame);
            var id = new RowId((RowKind)row.Kind, Encoding.UTF8.GetString(row.Key));
            entries[i] = new(id, row.IsPresent ? new StoredRow(id, row.Body.ToArray(), row.Mac.ToArray()) : null);
            frame = frame[row.Length..];
        }

        return entries;
    }

    // Everything but the check itself.
    private void Sign(ReadOnlySpan<byte> frame, Span<byte> mac)
    {
        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var signer = _signers.Rent();
        signer.AppendData(frame[..MacAt]);
        signer.AppendData(frame[(MacAt + MacLength)..]);
        signer.GetHashAndReset(whole);
        _signers.Return(signer);
        whole[..MacLength].CopyTo(mac);
    }
}
