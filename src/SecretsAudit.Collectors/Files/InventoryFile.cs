using System.IO.Compression;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>
/// An inventory in one file: gzipped JSON Lines, a head, one line an item, and an end that tells a whole file from a torn one.
/// No type of the model can hold a secret's value, so neither can the file.
/// </summary>
public static class InventoryFile
{
    /// <summary>The version this program writes and reads.</summary>
    public const int Version = 1;

    internal const string Format = "secretsaudit-inventory";

    /// <summary>Reads a source to its end and writes what it yields, gaps included, as it comes.</summary>
    /// <param name="source">The source.</param>
    /// <param name="request">What to read.</param>
    /// <param name="path">The file; it appears whole or not at all, and only its owner can read it.</param>
    /// <param name="cancellationToken">Stops it; no file is left.</param>
    /// <returns>The number of items written.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static async Task<long> WriteAsync(IInventorySource source, InventoryRequest request, string path, CancellationToken cancellationToken)
    {
        var partial = $"{path}.{Guid.NewGuid():N}.partial";
        try
        {
            long items;
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var file = new FileStream(partial, options))
            {
                items = await WriteAsync(source, request, file, cancellationToken).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }
            File.Move(partial, path, overwrite: true);
            return items;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Writes to a stream, which stays open.</summary>
    /// <inheritdoc cref="WriteAsync(IInventorySource, InventoryRequest, string, CancellationToken)"/>
    public static async Task<long> WriteAsync(IInventorySource source, InventoryRequest request, Stream destination, CancellationToken cancellationToken)
    {
        await using var gzip = new GZipStream(destination, CompressionLevel.Fastest, leaveOpen: true);
        var lines = new InventoryLineWriter(gzip);
        await lines.WriteAsync(new InventoryLine { Head = InventoryFileHead.Of(source, request) }, cancellationToken).ConfigureAwait(false);
        var items = 0L;
        await foreach (var item in source.ReadAsync(request, cancellationToken).ConfigureAwait(false))
        {
            await lines.WriteAsync(InventoryLine.Of(item), cancellationToken).ConfigureAwait(false);
            items++;
        }
        await lines.WriteAsync(new InventoryLine { End = new InventoryFileEnd(items) }, cancellationToken).ConfigureAwait(false);
        return items;
    }
}
