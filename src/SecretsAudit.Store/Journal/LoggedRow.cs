using System.Buffers.Binary;

namespace SecretsAudit.Store.Journal;

/// <summary>One row of a commit as it lies in a log.</summary>
internal readonly ref struct LoggedRow
{
    /// <summary>What stands before the key: kind, presence, and the lengths of key and body.</summary>
    public const int HeadLength = 10;

    public const int MacLength = 16;

    /// <param name="from">The row and what follows it, of a frame that was found whole.</param>
    public LoggedRow(ReadOnlySpan<byte> from)
    {
        Kind = from[0];
        IsPresent = from[1] == 1;
        Key = from.Slice(HeadLength, BinaryPrimitives.ReadInt32LittleEndian(from[2..]));
        Length = HeadLength + Key.Length;
        if (IsPresent)
        {
            Mac = from.Slice(Length, MacLength);
            Body = from.Slice(Length + MacLength, BinaryPrimitives.ReadInt32LittleEndian(from[6..]));
            Length += MacLength + Body.Length;
        }
    }

    public byte Kind { get; }

    /// <summary>False for a row that the commit deleted: it has no check and no body.</summary>
    public bool IsPresent { get; }

    public ReadOnlySpan<byte> Key { get; }

    public ReadOnlySpan<byte> Mac { get; }

    public ReadOnlySpan<byte> Body { get; }

    /// <summary>How many bytes it takes.</summary>
    public int Length { get; }
}
