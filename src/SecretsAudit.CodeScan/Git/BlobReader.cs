using System.Buffers;
using System.Globalization;
using System.Text;

namespace SecretsAudit.CodeScan.Git;

/// <summary>Reads objects out of one <c>git cat-file --batch</c>, one at a time.</summary>
/// <seealso href="https://git-scm.com/docs/git-cat-file#_batch_output"/>
/// <param name="git">The process.</param>
/// <param name="largest">Larger objects are passed over, in bytes.</param>
internal sealed class BlobReader(GitProcess git, long largest) : IDisposable
{
    private const int Probe = 8000;

    private readonly BufferedStream _output = new(git.Output, 1 << 16);

    public static BlobReader Start(string folder, long largest, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken) =>
        new(GitProcess.Start(folder, ["cat-file", "--batch"], patience, clock, cancellationToken), largest);

    /// <summary>
    /// An object's content, empty for a large one that is no text; no content when it is a text larger than what is read, and length -1 when it is not
    /// there.
    /// </summary>
    /// <param name="id">Its id in hexadecimal.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<(byte[]? Content, long Length)> ReadAsync(string id, CancellationToken cancellationToken)
    {
        await git.Input.WriteAsync(Encoding.ASCII.GetBytes(id + "\n"), cancellationToken).ConfigureAwait(false);
        await git.Input.FlushAsync(cancellationToken).ConfigureAwait(false);
        var head = ReadLine().Split(' ');
        if (head.Length != 3 || !long.TryParse(head[2], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            return (null, -1);

        var content = new byte[length <= largest ? length : Math.Min(length, Probe)];
        await _output.ReadExactlyAsync(content, cancellationToken).ConfigureAwait(false);
        await SkipAsync(length - content.Length, cancellationToken).ConfigureAwait(false);
        _output.ReadByte();
        if (length <= largest)
            return (content, length);
        return SourceText.Of("", content) is null ? ([], length) : (null, length);
    }

    /// <summary>Says that no more is wanted, and waits for git to end well.</summary>
    /// <exception cref="GitException">It did not.</exception>
    public Task FinishAsync(CancellationToken cancellationToken) => git.FinishAsync(cancellationToken);

    public void Dispose()
    {
        _output.Dispose();
        git.Dispose();
    }

    private string ReadLine()
    {
        var line = new StringBuilder();
        for (var next = _output.ReadByte(); next != '\n'; next = _output.ReadByte())
        {
            if (next < 0 || line.Length > 200)
                throw new GitException("git ended while objects were read from it. Is the repository damaged? 'git fsck' tells.");
            line.Append((char)next);
        }

        return line.ToString();
    }

    private async Task SkipAsync(long length, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            while (length > 0)
            {
                var read = await _output.ReadAsync(buffer.AsMemory(0, (int)Math.Min(length, buffer.Length)), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    throw new GitException("git ended in the middle of an object. Is the repository damaged? 'git fsck' tells.");
                length -= read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
