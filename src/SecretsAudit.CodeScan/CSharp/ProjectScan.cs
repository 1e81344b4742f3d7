using System.Collections.Concurrent;
using SecretsAudit.Analyzers.Facts;
using SecretsAudit.Analyzers.Inspection;
using SecretsAudit.CodeScan.Matching;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan.CSharp;

/// <summary>One project under scan: its portions are compiled each by itself, its findings are told together.</summary>
/// <param name="folder">Where its project file is; empty for code without one.</param>
/// <param name="read">Reads a file; null, with a gap, when it cannot be read.</param>
/// <param name="stored">Values to compare literals with; null for none.</param>
/// <param name="report">Takes what could not be understood.</param>
internal sealed class ProjectScan(string folder, Func<CSharpFile, string?> read, StoredValues? stored, Action<Gap> report)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<CodeFinding>> _matches = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Path, int Line, int Column), Reached> _findings = new();

    /// <summary>Inspects some of its files as one program, which nothing keeps afterwards.</summary>
    /// <param name="files">The files.</param>
    /// <param name="mostInLongTokens">How many characters of them may be in long tokens; the files after those are read as text.</param>
    /// <param name="parallel">How many threads read.</param>
    /// <returns>How many are.</returns>
    public long Scan(IReadOnlyList<CSharpFile> files, long mostInLongTokens, ParallelOptions parallel)
    {
        var program = new ProgramFile?[files.Count];
        Parallel.For(0, files.Count, parallel, index =>
        {
            if (ReadAndMatch(files[index]) is not { } text)
                return;
            program[index] = CSharpInspection.Read(files[index].Path, text, report, parallel.CancellationToken);
            if (program[index] is null)
                AddOfText(files[index].Path, FileInspection.OfText(files[index].Path, text, report));
        });
        var inLongTokens = LeaveLongTokens(program, mostInLongTokens, parallel.CancellationToken);
        var parsed = program.OfType<ProgramFile>().ToList();
        var facts = CSharpInspection.Program(parsed, ProjectSettings.Read(folder));
        var found = new IReadOnlyList<(string Path, CodeFinding Finding)>[parsed.Count];
        Parallel.For(0, parsed.Count, parallel, Inspect);
        if (facts.Effort.IsSpent && parsed.Count > 1)
        {
            // On which files it was spent is chance; one after another, it is always the same ones.
            facts.Effort.Renew();
            for (var index = 0; index < parsed.Count; index++)
                Inspect(index);
        }

        foreach (var (file, findings) in parsed.Zip(found))
        {
            foreach (var (path, finding) in findings)
                Add(file.Path, path, finding);
        }

        CSharpInspection.TellLeftOut(facts, files.Count == 1 ? files[0].Path : Path.GetDirectoryName(files[0].Path) is { Length: > 0 } above ? above : ".", report);
        return inLongTokens;

        void Inspect(int index) => found[index] = CSharpInspection.Inspect(parsed[index], facts, report, parallel.CancellationToken);
    }

    /// <summary>How much has been found.</summary>
    public int Count => _findings.Count;

    /// <summary>The files with findings.</summary>
    public IEnumerable<(string Path, IReadOnlyList<CodeFinding> Findings)> Findings()
    {
        var found = _findings.ToLookup(finding => finding.Key.Path, finding => finding.Value.Finding, StringComparer.Ordinal);
        foreach (var path in found.Select(file => file.Key).Union(_matches.Keys, StringComparer.Ordinal))
            yield return (path, StoreMatches.Merge([.. found[path]], _matches.GetValueOrDefault(path) ?? [], stored));
    }

    private long LeaveLongTokens(ProgramFile?[] program, long most, CancellationToken cancellationToken)
    {
        var taken = 0L;
        for (var index = 0; index < program.Length; index++)
        {
            if (program[index] is not { } file || file.Facts(cancellationToken).LongTokens is var characters && characters == 0)
                continue;
            if (taken + characters <= most)
            {
                taken += characters;
                continue;
            }

            program[index] = null;
            AddOfText(file.Path, CSharpInspection.InspectAsText(file.Path, file.Text(cancellationToken), report));
        }

        return taken;
    }

    private void AddOfText(string path, IReadOnlyList<CodeFinding> findings)
    {
        foreach (var finding in findings)
            Add(path, path, finding);
    }

    private void Add(string from, string path, CodeFinding finding)
    {
        var reached = new Reached(from, IsOwn: path == from, finding);
        _findings.AddOrUpdate((path, finding.Line, finding.Column), reached, (_, other) => reached.With(other));
    }

    private string? ReadAndMatch(CSharpFile file)
    {
        var text = read(file);
        if (text is not null && stored is not null && StoreMatches.In(text, stored) is { Count: > 0 } known)
            _matches[file.Path] = known;
        return text;
    }

    // A literal can be reached from several files, which are inspected in any order: its own file tells what it is, else the first by name.
    private sealed record Reached(string From, bool IsOwn, CodeFinding Finding)
    {
        public Reached With(Reached other)
        {
            var (told, more) = IsBefore(other) ? (this, other) : (other, this);
            var uses = told.Finding.UsedAt.Concat(more.Finding.UsedAt).Distinct().OrderBy(use => use.Path, StringComparer.Ordinal).ThenBy(use => use.Line).Take(SourceFinding.MostUses);
            return told with { Finding = told.Finding with { UsedAt = [.. uses] } };
        }

        private bool IsBefore(Reached other) => IsOwn != other.IsOwn ? IsOwn : string.CompareOrdinal(From, other.From) <= 0;
    }
}
