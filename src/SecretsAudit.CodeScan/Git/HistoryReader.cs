using System.Globalization;
using System.Text;
using SecretsAudit.CodeScan.Trees;

namespace SecretsAudit.CodeScan.Git;

/// <summary>Reads which commit brought which content in, each content once, parents before children.</summary>
/// <seealso href="https://git-scm.com/docs/diff-format#_raw_output_format"/>
internal static class HistoryReader
{
    private const int LongestToken = 20_000;
    private const int LongestName = 100;
    private const char CommitSign = '\u0001';

    /// <summary>The arguments of the command whose output is read.</summary>
    public static IReadOnlyList<string> Log { get; } =
    [
        "-c", "log.showRoot=true", "-c", "log.follow=false", "log", "--all", "--reverse", "--topo-order", "--diff-merges=combined", "--raw", "-z", "--no-abbrev", "--no-renames", "--no-color", "--no-ext-diff",
        "--no-notes", "--no-decorate", "--no-mailmap", "--encoding=UTF-8", "--format=tformat:%x01%H %at %an",
    ];

    /// <summary>The contents of a history. Sixteen bytes are kept for each.</summary>
    /// <param name="log">What <see cref="Log"/> writes.</param>
    public static IEnumerable<HistoryBlob> Read(Stream log)
    {
        // What is no file has the id of nothing.
        var seen = new HashSet<UInt128> { UInt128.Zero };
        HistoryCommit? commit = null;
        string? id = null;
        foreach (var token in Tokens(log))
        {
            if (id is not null)
            {
                if (commit is not null && !SourceTree.IsSkipped(token) && seen.Add(BlobId.Of(id)))
                    yield return new(seen.Count, id, token, commit);
                id = null;
                continue;
            }

            var text = token.TrimStart('\n');
            if (text.StartsWith(CommitSign))
                commit = CommitOf(text);
            else if (text.StartsWith(':'))
                id = BlobOf(text);
        }
    }

    // ":MODE MODE ID ID STATUS" for one parent, one colon, mode and id more for each further one. The last mode and id are the new ones.
    // The id of what is no file is passed on as zeros, so that its path is not taken for a head.
    private static string BlobOf(string head)
    {
        var parents = head.Length - head.TrimStart(':').Length;
        var parts = head.TrimStart(':').Split(' ');
        var isFile = parts.Length == (2 * (parents + 1)) + 1 && parts[parents].StartsWith("100", StringComparison.Ordinal) && parts[^2].Length >= 40;
        return isFile ? parts[^2] : BlobId.None;
    }

    private static HistoryCommit? CommitOf(string text)
    {
        var parts = text[1..].Split(' ', 3);
        if (parts.Length < 3)
            return null;
        DateTimeOffset? written = long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
        var name = string.Concat(parts[2].Where(unit => !char.IsControl(unit)).Take(LongestName)).Trim();
        return new(parts[0], written, name);
    }

    private static IEnumerable<string> Tokens(Stream log)
    {
        using var buffered = new BufferedStream(log, 1 << 16);
        var token = new List<byte>();
        for (var next = buffered.ReadByte(); next >= 0; next = buffered.ReadByte())
        {
            if (next == 0)
            {
                yield return Encoding.UTF8.GetString([.. token]);
                token.Clear();
            }
            else if (token.Count < LongestToken)
            {
                token.Add((byte)next);
            }
        }
    }
}
