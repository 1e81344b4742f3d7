using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SecretsAudit.Collectors;

/// <summary>Writes lines, each after the origins that its facts name.</summary>
internal sealed class InventoryLineWriter
{
    private readonly Stream _stream;
    private readonly OriginNumbers _origins = new();
    private readonly JsonTypeInfo<InventoryLine> _json;
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly ArrayBufferWriter<byte> _originLine = new();

    public InventoryLineWriter(Stream stream)
    {
        _stream = stream;
        _json = InventoryJson.LineOf(_origins);
    }

    public async Task WriteAsync(InventoryLine line, CancellationToken cancellationToken)
    {
        Serialize(line, _line);
        foreach (var origin in _origins.TakeFresh())
        {
            Serialize(new InventoryLine { Origin = origin }, _originLine);
            await _stream.WriteAsync(_originLine.WrittenMemory, cancellationToken).ConfigureAwait(false);
        }
        await _stream.WriteAsync(_line.WrittenMemory, cancellationToken).ConfigureAwait(false);
    }

    private void Serialize(InventoryLine line, ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer))
            JsonSerializer.Serialize(writer, line, _json);
        buffer.Write("\n"u8);
    }
}
