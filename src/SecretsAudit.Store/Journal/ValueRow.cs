using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SecretsAudit.Store.Crypto;

namespace SecretsAudit.Store.Journal;

/// <summary>A value's row by hand: half of all rows are values, and a start reads every one. The key's ARN is one text for all values of a key.</summary>
internal static class ValueRow
{
    [ThreadStatic]
    private static string? _lastArn;

    public static void Write(SealedValue value, ArrayBufferWriter<byte> to)
    {
        var row = new RowWriter(to);
        row.Byte(value.IsBinary ? (byte)1 : (byte)0);
        row.Text(value.KmsKeyArn);
        row.Bytes(value.WrappedDataKey);
        row.Bytes(value.Box);
        if (value.Earlier.IsEmpty)
        {
            return;
        }

        row.Number(value.Earlier.Length);
        foreach (var earlier in value.Earlier)
        {
            row.Text(earlier.KmsKeyArn);
            row.Bytes(earlier.Wrapped);
        }
    }

    public static SealedValue Read(ReadOnlySpan<byte> body)
    {
        var row = new RowReader(body);
        return new()
        {
            IsBinary = row.Byte() == 1,
            KmsKeyArn = _lastArn = row.RequiredText(_lastArn),
            WrappedDataKey = row.Bytes().ToArray(),
            Box = row.Bytes().ToArray(),
            Earlier = row.IsAtEnd ? [] : ReadEarlier(ref row),
        };
    }

    private static ImmutableArray<WrappedDataKey> ReadEarlier(ref RowReader row)
    {
        var earlier = new WrappedDataKey[row.Number()];
        for (var i = 0; i < earlier.Length; i++)
        {
            earlier[i] = new(row.RequiredText(), row.Bytes().ToArray());
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(earlier);
    }
}
