using System.Buffers;
using System.Text.Json;

namespace SecretsAudit.Collectors;

/// <summary>The line that is being read, in one piece, so that a converter sees the JSON of its value.</summary>
internal sealed class LineText
{
    private byte[] _copy = [];
    private ReadOnlyMemory<byte> _line;

    /// <summary>Takes the next line.</summary>
    public ReadOnlySpan<byte> Set(ReadOnlySequence<byte> line)
    {
        if (line.IsSingleSegment)
        {
            _line = line.First;
            return _line.Span;
        }

        var length = checked((int)line.Length);
        if (_copy.Length < length)
            _copy = new byte[Math.Max(length, 2 * _copy.Length)];
        line.CopyTo(_copy);
        _line = _copy.AsMemory(0, length);
        return _line.Span;
    }

    /// <summary>Steps over the value that a reader of the line is at; the reader is then at its last token.</summary>
    /// <returns>The value's JSON; good until the next line.</returns>
    public ReadOnlySpan<byte> Skip(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return _line.Span[start..(int)reader.BytesConsumed];
    }
}
