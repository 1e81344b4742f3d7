using System.Text;

namespace SecretsAudit.Store.Trail;

/// <summary>Reads what <see cref="SegmentWriter"/> wrote. The bytes have passed their check, so what does not fit is a defect, not damage.</summary>
internal ref struct SegmentReader(ReadOnlySpan<byte> bytes)
{
    private readonly List<string> _texts = [];
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public long Number()
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = Take(1)[0];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (long)(value >> 1) ^ -(long)(value & 1);
            }
        }
    }

    public string? Text()
    {
        switch (Number())
        {
            case SegmentWriter.Absent:
                return null;
            case SegmentWriter.Plain:
                return Utf8();
            case SegmentWriter.Uuid:
                return new Guid(Take(16)).ToString("D");
            case SegmentWriter.New:
                _texts.Add(Utf8());
                return _texts[^1];
            case var known:
                return _texts[(int)known - SegmentWriter.Known];
        }
    }

    /// <summary>A text that is always there.</summary>
    public string Required() => Text() ?? throw new InvalidOperationException("A segment lacks a text that every event has.");

    public byte[]? Document() => Number() is var length and > 0 ? Take((int)length - 1).ToArray() : null;

    private string Utf8() => Encoding.UTF8.GetString(Take((int)Number()));

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
