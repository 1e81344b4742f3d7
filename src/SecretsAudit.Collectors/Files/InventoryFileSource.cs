using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>Reads an inventory file again; what it yields is what the file's source yielded, with its times and its gaps.</summary>
/// <param name="path">A file that <see cref="InventoryFile"/> wrote, gzipped or unpacked.</param>
public sealed class InventoryFileSource(string path) : IInventorySource
{
    /// <summary>The longest line, in bytes; AWS's own limits keep a secret below a tenth of it.</summary>
    internal const int MostBytes = 4 * 1024 * 1024;

    /// <inheritdoc/>
    public string Description => $"inventory file {Path.GetFileName(path)}";

    /// <summary>Reads the head alone: for when, and from where, the inventory was read.</summary>
    /// <exception cref="InventorySourceException">The file does not exist, or is none that this program reads.</exception>
    public async Task<InventoryFileHead> ReadHeadAsync(CancellationToken cancellationToken)
    {
        await foreach (var (_, line) in LinesAsync(cancellationToken).ConfigureAwait(false))
            return line.Head!;
        throw Damaged(1, "the file is empty");
    }

    /// <inheritdoc/>
    /// <exception cref="InventorySourceException">The file is damaged, torn or of another version; the message names the line.</exception>
    public async IAsyncEnumerable<InventoryItem> ReadAsync(InventoryRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (items, number, ended) = (0L, 0L, false);
        await foreach (var (at, line) in LinesAsync(cancellationToken).ConfigureAwait(false))
        {
            number = at;
            if (ended)
                throw Damaged(at, "there is more after the end");
            if (line.End is { } end)
                ended = end.Items == items ? true : throw Damaged(at, $"the end counts {end.Items} items, and there are {items}");
            if (line.ToItem() is not { } item)
                continue;
            items++;
            yield return item;
        }
        if (!ended)
            throw Damaged(number + 1, "the file ends too early; it was not written to its end, or was cut");
    }

    private async IAsyncEnumerable<(long Number, InventoryLine Line)> LinesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = Open();
        var origins = new OriginNumbers();
        var text = new LineText();
        var json = InventoryJson.LineOf(origins, text);
        var pipe = PipeReader.Create(file, new StreamPipeReaderOptions(bufferSize: 64 * 1024));
        var number = 0L;
        while (true)
        {
            var read = await ReadAsync(pipe, number + 1, cancellationToken).ConfigureAwait(false);
            var rest = read.Buffer;
            while (TryTakeLine(ref rest, out var bytes))
            {
                var line = Parse(bytes, text, json, ++number);
                if (number == 1)
                    RequireHead(line);
                else if (line.Head is not null || (line.Origin is { } origin && !origins.TrySet(origin)))
                    throw Damaged(number, "a head or an origin's number is out of place");
                yield return (number, line);
            }
            if (rest.Length > MostBytes)
                throw Damaged(number + 1, $"the line is longer than {MostBytes} bytes");
            if (read.IsCompleted)
            {
                if (!rest.IsEmpty)
                    throw Damaged(number + 1, "the last line is cut");
                yield break;
            }
            pipe.AdvanceTo(rest.Start, rest.End);
        }
    }

    private Stream Open()
    {
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.SequentialScan);
            var zipped = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            return zipped ? new GZipStream(file, CompressionMode.Decompress) : file;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InventorySourceException($"The inventory file {path} cannot be opened: {failure.Message}", failure);
        }
    }

    private async Task<ReadResult> ReadAsync(PipeReader pipe, long line, CancellationToken cancellationToken)
    {
        try
        {
            return await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException)
        {
            throw Damaged(line, $"it cannot be unpacked ({failure.Message})", failure);
        }
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> rest, out ReadOnlySequence<byte> line)
    {
        var end = rest.PositionOf((byte)'\n');
        line = end is { } found ? rest.Slice(0, found) : default;
        if (end is { } after)
            rest = rest.Slice(rest.GetPosition(1, after));
        return end is not null;
    }

    private InventoryLine Parse(ReadOnlySequence<byte> bytes, LineText text, JsonTypeInfo<InventoryLine> json, long number)
    {
        try
        {
            if (number == 1)
                RequireVersion(bytes);
            var line = JsonSerializer.Deserialize(text.Set(bytes), json);
            return line?.Count() == 1 ? line : throw Damaged(number, "a line holds exactly one thing");
        }
        catch (JsonException failure)
        {
            throw Damaged(number, failure.Path is { } where ? $"{where} is not as it should be" : "it is not the JSON it should be", failure);
        }
    }

    /// <summary>Looked at before anything else, since another version may know members that this one does not.</summary>
    private void RequireVersion(ReadOnlySequence<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 16 });
        if (document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("head", out var head)
            && head.ValueKind == JsonValueKind.Object && head.TryGetProperty("version", out var version)
            && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number != InventoryFile.Version)
            throw Damaged(1, $"the file has version {number}, and this program reads version {InventoryFile.Version}; export it again, or use the program that wrote it");
    }

    private void RequireHead(InventoryLine line)
    {
        if (line.Head is not { Format: InventoryFile.Format })
            throw Damaged(1, "the file does not begin as an inventory file does");
    }

    private InventorySourceException Damaged(long line, string what, Exception? cause = null) => new($"{path}:{line}: {what}.", cause);
}
