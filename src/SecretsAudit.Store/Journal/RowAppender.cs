using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Journal;

/// <summary>Writes changed rows as they lie in a log, into one run of bytes; a thread uses its own again and again.</summary>
internal sealed class RowAppender
{
    private const int MostKept = 1024 * 1024;

    [ThreadStatic]
    private static RowAppender? _own;

    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private RowCodec? _codec;
    private int _count;

    public static EncodedRows Encode(RowCodec codec, IReadOnlyList<RowChange> changes)
    {
        if (changes.Count == 0)
        {
            return EncodedRows.None;
        }

        var appender = _own ??= new();
        (appender._codec, appender._count) = (codec, 0);
        appender._buffer.ResetWrittenCount();
        for (var i = 0; i < changes.Count; i++)
        {
            appender.Append(changes[i]);
        }

        if (appender._buffer.Capacity > MostKept)
        {
            _own = null;
        }

        return new(appender._buffer.WrittenSpan.ToArray(), appender._count);
    }

    private void Append(RowChange change)
    {
        if (change.Id.Kind == RowKind.Secret)
        {
            SecretValues.Note((Secret?)change.Old, (Secret?)change.Next, this, static (appender, secret, version, isPresent) => appender.Append(secret, version, isPresent));
        }

        var start = Begin();
        Encoding.UTF8.GetBytes(change.Id.Key, _buffer);
        End(change.Id.Kind, start, change.Next);
    }

    private void Append(Secret secret, SecretVersion version, bool isPresent)
    {
        var start = Begin();
        SecretValues.WriteKey(secret, version.Key, _buffer);
        End(RowKind.SecretValue, start, isPresent ? version.Value : null);
    }

    private int Begin()
    {
        _count++;
        var start = _buffer.WrittenCount;
        _buffer.GetSpan(LoggedRow.HeadLength);
        _buffer.Advance(LoggedRow.HeadLength);
        return start;
    }

    // What follows a row's key; null for a row that is deleted.
    private void End(RowKind kind, int start, object? row)
    {
        var keyLength = _buffer.WrittenCount - start - LoggedRow.HeadLength;
        var body = 0;
        if (row is not null)
        {
            _buffer.GetSpan(LoggedRow.MacLength);
            _buffer.Advance(LoggedRow.MacLength);
            body = _buffer.WrittenCount;
            RowCodec.WriteBody(_buffer, kind, row);
            body = _buffer.WrittenCount - body;
        }

        // Only now, since what was written before may have moved.
        var written = MemoryMarshal.AsMemory(_buffer.WrittenMemory).Span[start..];
        written[0] = (byte)kind;
        written[1] = row is null ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteInt32LittleEndian(written[2..], keyLength);
        BinaryPrimitives.WriteInt32LittleEndian(written[6..], body);
        if (row is not null)
        {
            var key = written.Slice(LoggedRow.HeadLength, keyLength);
            var mac = written.Slice(LoggedRow.HeadLength + keyLength, LoggedRow.MacLength);
            _codec!.Sign(kind, key, written[^body..], mac);
        }
    }
}
