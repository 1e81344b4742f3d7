using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using SecretsAudit.Cli.Hosting;
using SecretsAudit.Cli.Output;

namespace SecretsAudit.Cli.Tests;

/// <summary>What a user names for output appears whole or not at all, and a device or a pipe stays what it is.</summary>
public sealed class OutputFileTests
{
    [Fact]
    public async Task An_export_to_a_dash_goes_to_stdout()
    {
        using var line = new CommandLine();

        Assert.Equal(0, await line.RunAsync("inventory", "export", "-", "--format", "analyzer"));

        Assert.StartsWith("{", line.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(line.Folder, "-")));
    }

    [Fact]
    public async Task A_pipe_is_written_to_and_not_replaced()
    {
        using var line = new CommandLine();
        line.Write("policy.json", """{"Version":"2012-10-17","Statement":[]}""");
        var pipe = Path.Combine(line.Folder, "pipe");
        using (var make = Process.Start("mkfifo", [pipe]))
            await make.WaitForExitAsync();

        var read = Task.Run(() => File.ReadAllText(pipe));
        await line.RunAsync("policy", "check", "policy.json", "--out", "pipe");

        Assert.StartsWith("policy.json:", await read, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(pipe).Length);
    }

    [Fact]
    public async Task A_link_stays_a_link_and_its_file_is_written()
    {
        using var line = new CommandLine();
        var file = line.Write("elsewhere/policy.txt", "before");
        File.CreateSymbolicLink(Path.Combine(line.Folder, "link.txt"), file);

        await WholeFile.WriteAsync(Path.Combine(line.Folder, "link.txt"), (stream, token) => stream.WriteAsync("after"u8.ToArray(), token).AsTask(), isPrivate: false, CancellationToken.None);

        Assert.Equal("after", File.ReadAllText(file));
        Assert.NotNull(new FileInfo(Path.Combine(line.Folder, "link.txt")).LinkTarget);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_private_file_is_its_owners_also_where_others_could_read_the_one_before()
    {
        using var line = new CommandLine();
        var file = line.Write("app.conf", "before");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        await WholeFile.WriteAsync(file, (stream, token) => stream.WriteAsync("after"u8.ToArray(), token).AsTask(), isPrivate: true, CancellationToken.None);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task A_file_whose_writing_fails_is_as_before_and_nothing_is_left()
    {
        using var line = new CommandLine();
        var file = line.Write("report.json", "before");

        await Assert.ThrowsAsync<UsageException>(() => WholeFile.WriteAsync(file, (_, _) => throw new IOException("No space left on device"), isPrivate: false, CancellationToken.None));

        Assert.Equal("before", File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFiles(line.Folder));
    }

    [Fact]
    public async Task A_full_standard_error_changes_no_exit_code()
    {
        using var line = new CommandLine();
        await using var full = new FullWriter();
        await using var error = new UnfailingWriter(full);

        Assert.Equal(2, await Application.RunAsync(["audit", "--nonsense"], Terminal.OfProcess() with { Error = error, Folder = line.Folder }));
    }

    [Fact]
    public async Task A_command_that_waits_for_its_input_can_be_stopped()
    {
        using var line = new CommandLine();
        await using var silent = new SilentInput();
        await using var error = new StringWriter();
        using var stop = new CancellationTokenSource();

        var run = Application.RunAsync(["scan", "--stdin"], Terminal.OfProcess() with { Input = new InterruptibleInput(silent), Error = error, Folder = line.Folder }, stop.Token);
        await stop.CancelAsync();

        Assert.Equal(130, await run);
    }

    /// <summary>Nobody writes to it until it is closed.</summary>
    private sealed class SilentInput : MemoryStream
    {
        private readonly SemaphoreSlim _closed = new(0);

        public override int Read(Span<byte> buffer)
        {
            _closed.Wait();
            return 0;
        }

        protected override void Dispose(bool disposing)
        {
            _closed.Release();
            base.Dispose(disposing);
        }
    }

    private sealed class FullWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("No space left on device");
    }
}
