using System.Text;

namespace SecretsAudit.Cli.Policies;

/// <summary>Reads a policy's text, within bounds.</summary>
internal static class PolicyFile
{
    // The largest policy that AWS takes has 32 KB; white space may make it longer.
    private const int MostBytes = 1_048_576;

    /// <exception cref="UsageException">There is no such file, it is too large, or it is no UTF-8.</exception>
    public static async Task<string> ReadAsync(string file, Terminal terminal, CancellationToken cancellationToken)
    {
        var bytes = file == "-" ? await ReadAsync(terminal.Input, cancellationToken).ConfigureAwait(false) : await ReadFileAsync(file, terminal, cancellationToken).ConfigureAwait(false);
        if (bytes.Length > MostBytes)
            throw new UsageException($"'{file}' is larger than {MostBytes:N0} bytes, and no policy is.");

        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.Span);
            return text.StartsWith('\uFEFF') ? text[1..] : text;
        }
        catch (DecoderFallbackException broken)
        {
            throw new UsageException($"'{file}' is not UTF-8 text.", broken);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadFileAsync(string file, Terminal terminal, CancellationToken cancellationToken)
    {
        var path = terminal.FullPath(file);
        if (!File.Exists(path))
            throw new UsageException(Directory.Exists(path) ? $"'{file}' is a folder; name the files in it." : $"'{file}' does not exist.");
        var stream = File.OpenRead(path);
        await using var held = stream.ConfigureAwait(false);
        return await ReadAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    // One byte more than allowed, to tell that there is more.
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[MostBytes + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return buffer.AsMemory(0, length);
    }
}
