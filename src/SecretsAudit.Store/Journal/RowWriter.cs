using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace SecretsAudit.Store.Journal;

/// <summary>Writes the members of a row one after another: numbers in as few bytes as they need, texts in UTF-8 behind their length.</summary>
internal readonly ref struct RowWriter(ArrayBufferWriter<byte> to)
{
    public void Byte(byte value)
    {
        to.GetSpan(1)[0] = value;
        to.Advance(1);
    }

    public void Number(int value)
    {
        var rest = (uint)value;
        for (; rest >= 0x80; rest >>= 7)
        {
            Byte((byte)(rest | 0x80));
        }

        Byte((byte)rest);
    }

    public void Moment(DateTimeOffset moment)
    {
        BinaryPrimitives.WriteInt64LittleEndian(to.GetSpan(8), moment.UtcTicks);
        to.Advance(8);
    }

    /// <summary>A moment that may be absent.</summary>
    public void Moment(DateTimeOffset? moment)
    {
        Byte(moment is null ? (byte)0 : (byte)1);
        if (moment is { } present)
        {
            Moment(present);
        }
    }

    /// <summary>A text that may be absent.</summary>
    public void Text(string? text)
    {
        if (text is null)
        {
            Number(0);
            return;
        }

        var length = Encoding.UTF8.GetByteCount(text);
        Number(length + 1);
        Encoding.UTF8.GetBytes(text, to.GetSpan(length));
        to.Advance(length);
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        to.Write(bytes);
    }

    /// <summary>An identifier in 16 bytes.</summary>
    public void Guid(Guid id)
    {
        id.TryWriteBytes(to.GetSpan(16));
        to.Advance(16);
    }
}
