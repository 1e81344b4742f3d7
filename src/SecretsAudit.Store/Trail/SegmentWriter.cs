using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using SecretsAudit.Store.Journal;

namespace SecretsAudit.Store.Trail;

/// <summary>Writes the parts of a segment: numbers in as few bytes as they need, and each text that comes again only once.</summary>
internal sealed class SegmentWriter
{
    /// <summary>What stands before a text: nothing follows, the text itself, a UUID's 16 bytes, a new text of the table; from here on its place there.</summary>
    public const int Absent = 0, Plain = 1, Uuid = 2, New = 3, Known = 4;

    private readonly ArrayBufferWriter<byte> _bytes = new(64 * 1024);
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);

    /// <summary>All bytes, from the head on; good until the next one is begun.</summary>
    public Span<byte> Written => MemoryMarshal.AsMemory(_bytes.WrittenMemory).Span;

    /// <summary>Begins anew, behind some bytes for a head.</summary>
    public void Restart(int head)
    {
        _bytes.ResetWrittenCount();
        _bytes.GetSpan(head)[..head].Clear();
        _bytes.Advance(head);
        _texts.Clear();
    }

    public void Number(long value)
    {
        // The sign goes to the lowest bit, so that a small number is short whatever its sign.
        var rest = (ulong)((value << 1) ^ (value >> 63));
        var target = _bytes.GetSpan(10);
        var length = 0;
        for (; rest >= 0x80; rest >>= 7)
        {
            target[length++] = (byte)(rest | 0x80);
        }

        target[length++] = (byte)rest;
        _bytes.Advance(length);
    }

    /// <summary>A text that other events are likely to have too.</summary>
    public void Shared(string? text)
    {
        if (text is null)
        {
            Number(Absent);
        }
        else if (_texts.TryGetValue(text, out var place))
        {
            Number(Known + place);
        }
        else
        {
            _texts.Add(text, _texts.Count);
            Number(New);
            Utf8(text);
        }
    }

    /// <summary>A text of this event alone, a UUID most of all.</summary>
    public void Own(string? text)
    {
        if (text is null)
        {
            Number(Absent);
        }
        else if (UuidText.TryParse(text, out var uuid))
        {
            Number(Uuid);
            uuid.TryWriteBytes(_bytes.GetSpan(16));
            _bytes.Advance(16);
        }
        else
        {
            Number(Plain);
            Utf8(text);
        }
    }

    public void Document(byte[]? document)
    {
        Number(document is null ? Absent : document.Length + 1);
        _bytes.Write(document);
    }

    private void Utf8(string text)
    {
        Number(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, _bytes);
    }
}
