using System.Globalization;
using SecretsAudit.CodeScan.Git;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan;

/// <summary>Collects what a history holds: a credential is told once for a path, with the commit that brought it in.</summary>
/// <param name="present">The contents of the present tree.</param>
/// <param name="most">As many are kept.</param>
internal sealed class HistoryFindings(IReadOnlySet<UInt128> present, int most)
{
    private readonly Dictionary<(string Path, string Rule, string Name, UInt128 Mark), (HistoryBlob Blob, CodeFinding Finding)> _first = [];
    private readonly HashSet<UInt128> _present = [];

    /// <summary>Whether more was found than is kept.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Adds a content's findings; contents come in any order.</summary>
    public void Add(HistoryBlob blob, IReadOnlyList<CodeFinding> found)
    {
        lock (_first)
        {
            foreach (var finding in found)
            {
                if (present.Contains(BlobId.Of(blob.Id)))
                    _present.Add(finding.Mark);
                var key = (blob.Path, finding.RuleId, finding.Name, finding.Mark);
                if (_first.TryGetValue(key, out var known) ? blob.Number < known.Blob.Number : _first.Count < most)
                    _first[key] = (blob, finding);
                else
                    IsFull |= _first.Count >= most;
            }
        }
    }

    /// <summary>The findings, by path and age.</summary>
    public IReadOnlyList<Finding> All() =>
    [
        .. _first.Values.GroupBy(found => found.Blob).OrderBy(found => found.Key.Path, StringComparer.Ordinal).ThenBy(found => found.Key.Number)
            .SelectMany(found => FindingText.Of(found.Key.Path, [.. found.Select(entry => entry.Finding)], $"{found.Key.Commit.Id}|", (finding, text) => Tell(finding, text, found.Key.Commit))),
    ];

    private Finding Tell(CodeFinding finding, Finding text, HistoryCommit commit)
    {
        var isThere = _present.Contains(finding.Mark);
        var date = commit.Written?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no date";
        return text with
        {
            Message = $"{text.Message} Commit {commit.Id[..10]} ({date}) brought it in; {(isThere ? "it is still there." : "it is gone from HEAD and stays in the history.")}",
            Evidence =
            [
                .. text.Evidence, new("Commit", commit.Id), new("Author", commit.Author),
                new("Author date", commit.Written?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "none"), new("In HEAD", isThere ? "yes" : "no"),
            ],
        };
    }
}
