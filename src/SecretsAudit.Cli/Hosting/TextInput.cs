using System.Text;

namespace SecretsAudit.Cli.Hosting;

/// <summary>A text that a user names: a file, or standard input.</summary>
internal static class TextInput
{
    /// <exception cref="UsageException">There is no such file, or it is longer than allowed.</exception>
    public static async Task<string> ReadAsync(string path, int longest, Terminal terminal, CancellationToken cancellationToken)
    {
        if (path != "-" && !File.Exists(terminal.FullPath(path)))
            throw new UsageException($"There is no file {path}.");

        var source = path == "-" ? terminal.Input : File.OpenRead(terminal.FullPath(path));
        await using var held = source.ConfigureAwait(false);
        var buffer = new byte[longest + 1];
        var length = await source.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return length <= longest ? Encoding.UTF8.GetString(buffer, 0, length) : throw new UsageException($"{path} is longer than {longest / 1024} KB.");
    }
}
