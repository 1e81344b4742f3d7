using System.Buffers.Binary;
using System.Text;

namespace SecretsAudit.Store.Journal;

/// <summary>Reads what <see cref="RowWriter"/> wrote; only a body whose check has passed comes here.</summary>
internal ref struct RowReader(ReadOnlySpan<byte> from)
{
    private ReadOnlySpan<byte> _rest = from;

    /// <summary>Whether a row of before, that lacks the members after these, ends here.</summary>
    public bool IsAtEnd => _rest.IsEmpty;

    public byte Byte()
    {
        var value = _rest[0];
        _rest = _rest[1..];
        return value;
    }

    public int Number()
    {
        var (value, shift) = (0u, 0);
        for (; ; shift += 7)
        {
            var next = Byte();
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (int)value;
            }
        }
    }

    public DateTimeOffset Moment()
    {
        var ticks = BinaryPrimitives.ReadInt64LittleEndian(_rest);
        _rest = _rest[8..];
        return new(ticks, TimeSpan.Zero);
    }

    public DateTimeOffset? MomentOrNull() => Byte() == 0 ? null : Moment();

    /// <summary>A text that may be absent.</summary>
    /// <param name="likely">What it often is: then no second one is made.</param>
    public string? Text(string? likely = null)
    {
        var length = Number() - 1;
        if (length < 0)
        {
            return null;
        }

        var text = Take(length);
        return likely is not null && likely.Length == length && Encoding.UTF8.GetByteCount(likely) == length && IsSame(text, likely) ? likely : Encoding.UTF8.GetString(text);
    }

    public string RequiredText(string? likely = null) => Text(likely) ?? throw new StoreDamagedException("A row lacks a member.");

    public ReadOnlySpan<byte> Bytes() => Take(Number());

    public Guid Guid() => new(Take(16));

    private ReadOnlySpan<byte> Take(int length)
    {
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    private static bool IsSame(ReadOnlySpan<byte> bytes, string ascii)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != ascii[i])
            {
                return false;
            }
        }

        return true;
    }
}
