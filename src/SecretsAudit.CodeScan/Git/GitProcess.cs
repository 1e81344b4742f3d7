using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace SecretsAudit.CodeScan.Git;

/// <summary>
/// Runs git in a repository that may be hostile: nothing that its configuration names is executed (hooks, file-system monitors, external diffs, text
/// conversions, filters, pagers), nothing is fetched, and no other configuration is read.
/// </summary>
/// <seealso href="https://git-scm.com/docs/git#_security"/>
internal sealed class GitProcess : IDisposable
{
    private const int LongestComplaint = 400;

    // A hook of git's own is called with these: they say which index is being committed.
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
        { "GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES" };

    private static readonly string[] Guards =
    [
        "--no-pager", "--no-replace-objects", "--literal-pathspecs", "-c", "safe.directory=*", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false",
        "-c", "core.attributesFile=/dev/null", "-c", "log.showSignature=false", "-c", "protocol.allow=never", "-c", "diff.renames=false", "-c", "diff.ignoreSubmodules=all", "-c", "submodule.recurse=false",
    ];

    private readonly Process _process;
    private readonly Task<string> _complaint;
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenRegistration _killed;
    private readonly TimeSpan _patience;

    private GitProcess(Process process, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        _process = process;
        _patience = patience;
        _complaint = ReadComplaintAsync(process.StandardError);
        _limit = new CancellationTokenSource(patience, clock);
        var linked = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, cancellationToken);
        _killed = linked.Token.Register(Kill);
    }

    /// <summary>What git writes.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>What git reads.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Starts git.</summary>
    /// <param name="folder">A folder of the repository.</param>
    /// <param name="arguments">The command and its arguments; what the user named comes behind <c>--end-of-options</c>.</param>
    /// <param name="patience">It is ended after so long.</param>
    /// <param name="clock">Measures it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="GitException">There is no git.</exception>
    public static GitProcess Start(string folder, IEnumerable<string> arguments, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("git", [.. Guards, .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal) && !Kept.Contains(name)).ToArray())
            start.Environment.Remove(name);
        foreach (var (name, value) in (IEnumerable<(string, string)>)
                 [("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_ATTR_NOSYSTEM", "1"), ("GIT_TERMINAL_PROMPT", "0"), ("GIT_OPTIONAL_LOCKS", "0"), ("GIT_NO_LAZY_FETCH", "1"), ("LC_ALL", "C")])
            start.Environment[name] = value;

        try
        {
            return new(Process.Start(start)!, patience, clock, cancellationToken);
        }
        catch (Win32Exception missing)
        {
            throw new GitException("git cannot be started. Install it, or put it on the PATH.", missing);
        }
    }

    /// <summary>Waits for git to end well.</summary>
    /// <exception cref="GitException">It did not.</exception>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (_limit.IsCancellationRequested)
            throw new GitException($"git did not finish within {_patience.TotalMinutes:0.#} minutes.");
        if (_process.ExitCode != 0)
            throw new GitException(await TellAsync().ConfigureAwait(false));
    }

    public void Dispose()
    {
        Kill();
        _killed.Dispose();
        _limit.Dispose();
        _process.Dispose();
    }

    private static async Task<string> ReadComplaintAsync(StreamReader error)
    {
        var text = new char[LongestComplaint];
        var read = await error.ReadBlockAsync(text).ConfigureAwait(false);
        // Read to the end, or git waits for its reader.
        var rest = new char[4096];
        while (await error.ReadAsync(rest).ConfigureAwait(false) > 0)
        {
        }

        return new string(text, 0, read).Trim() is { Length: > 0 } told ? told : "nothing";
    }

    // Outside of a repository git explains 'diff --no-index', at length.
    private async Task<string> TellAsync()
    {
        var complaint = await _complaint.ConfigureAwait(false);
        return complaint.Contains("--no-index", StringComparison.Ordinal) || complaint.Contains("not a git repository", StringComparison.Ordinal)
            ? $"'{_process.StartInfo.WorkingDirectory}' is in no git repository. Name one of its folders, or run in it."
            : complaint.Contains("bad revision", StringComparison.Ordinal) || complaint.Contains("no merge base", StringComparison.Ordinal)
            ? $"git says: {complaint}. Is it spelt so, and was it fetched? A pipeline's clone often has one commit only (GitHub's checkout takes fetch-depth: 0)."
            : $"git says: {complaint}";
    }

    private void Kill()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
    }
}
