using SecretsAudit.Cli.Hosting;

namespace SecretsAudit.Cli.Output;

/// <summary>A file that a user names: it appears whole or not at all, so that nobody takes half of one for the truth.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file, over the one that is there.</summary>
    /// <param name="path">Its full path. A link stays one; a device or a pipe is written to as it is, since a file in its place would be another thing.</param>
    /// <param name="write">Writes its content.</param>
    /// <param name="isPrivate">Whether only its owner may read it, also where others could read the one before.</param>
    /// <param name="cancellationToken">Stops it; the file is as before.</param>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static async Task WriteAsync(string path, Func<Stream, CancellationToken, Task> write, bool isPrivate, CancellationToken cancellationToken)
    {
        try
        {
            if (OpenDevice(path) is { } device)
            {
                await using var held = device.ConfigureAwait(false);
                await write(device, cancellationToken).ConfigureAwait(false);
                return;
            }

            var target = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null;
            await ReplaceAsync(target ?? path, write, isPrivate, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' cannot be written: {(Directory.Exists(path) ? "It is a folder." : refused.Message)} Name another file.", refused);
        }
    }

    private static async Task ReplaceAsync(string path, Func<Stream, CancellationToken, Task> write, bool isPrivate, CancellationToken cancellationToken)
    {
        var partial = $"{path}.{Guid.NewGuid():N}.partial";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (isPrivate && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            var file = new FileStream(partial, options);
            await using (file.ConfigureAwait(false))
            {
                await write(file, cancellationToken).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static FileStream? OpenDevice(string path)
    {
        if (!File.Exists(path))
            return null;
        var isOfKernel = DeviceOrPipe.IsOfKernel(path);
        // A pipe has no length, as an empty file; but one cannot seek in it. It is opened once: a second time would be the end for its reader.
        if (!isOfKernel && new FileInfo(path).Length > 0)
            return null;
        var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        if (isOfKernel || !stream.CanSeek)
            return stream;
        stream.Dispose();
        return null;
    }
}
