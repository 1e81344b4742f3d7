using System;
using System.Collections.Generic;

namespace SecretsAudit.Detection.Files;

/// <summary>Gathers what is found in one file: nothing twice, nothing on a line that is marked as allowed, each with its place.</summary>
internal sealed class FoundInFile(string text)
{
    // More are not compared with each other: what a file has by the thousand is no configuration.
    private const int MostCompared = 2 * CredentialFile.Most;

    // Markers of this and of other tools.
    private static readonly string[] Allowed = ["secretsaudit:allow", "gitleaks:allow", "pragma: allowlist secret", "NOSONAR", "nosec", "CredScan: [", "trufflehog:ignore"];

    private readonly List<(CredentialMatch Match, string Name)> _named = [];

    /// <summary>What a text alone gave away.</summary>
    public List<CredentialMatch> Anonymous { get; } = [];

    /// <summary>What a name gave away.</summary>
    public void Add(CredentialMatch match, string name)
    {
        if (_named.Count < MostCompared)
            _named.Add((match, name));
    }

    /// <summary>The findings in the order of the text.</summary>
    public IReadOnlyList<FileCredential> Finish(ValueSetting setting)
    {
        if (Anonymous.Count + _named.Count == 0)
            return [];

        var all = new List<(CredentialMatch Match, string Name)>();
        foreach (var match in Anonymous)
        {
            if (all.Count == MostCompared)
                break;
            if (setting is not (ValueSetting.Documentation or ValueSetting.TestCode) || match.Confidence == CredentialConfidence.High)
                all.Add((match, NameAt(match)));
        }

        // A provider's format says more than a name: where both found something, the format stays.
        foreach (var named in _named)
        {
            if (!all.Exists(other => Overlap(other.Match, named.Match)))
                all.Add(named);
        }

        all.Sort((left, right) => left.Match.Start.CompareTo(right.Match.Start));
        var lines = new LineIndex(text);
        var finished = new List<FileCredential>();
        var (looked, isAllowed) = (0, false);
        foreach (var (match, name) in all)
        {
            if (finished.Count == CredentialFile.Most)
                break;
            var (line, column) = lines.PositionOf(match.Start);
            // Once a line: one of many megabytes may hold a thousand findings.
            if (line != looked)
                (looked, isAllowed) = (line, IsAllowed(lines.LineAt(line)));
            if (isAllowed || (match.Confidence == CredentialConfidence.Low && name.Length == 0 && setting != ValueSetting.LooseText && IsComment(lines.LineAt(line))))
                continue;
            var (endLine, endColumn) = lines.PositionOf(match.Start + match.Length);
            finished.Add(new(match, name, line, column, endLine, endColumn));
        }

        return finished;
    }

    private string NameAt(CredentialMatch match)
    {
        foreach (var (named, name) in _named)
        {
            if (Overlap(named, match))
                return name;
        }

        return "";
    }

    private static bool Overlap(CredentialMatch left, CredentialMatch right) => left.Start < right.Start + right.Length && right.Start < left.Start + left.Length;

    // A comment shows how a setting is written: "# e.g. http://admin:pass@localhost:9200".
    private static bool IsComment(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        return line.Length > 0 && (line[0] is '#' or ';' || line.StartsWith("-- ".AsSpan()) || line.StartsWith("//".AsSpan()) || line.StartsWith("/*".AsSpan()) || line.StartsWith("<!--".AsSpan()));
    }

    private static bool IsAllowed(ReadOnlySpan<char> line)
    {
        foreach (var marker in Allowed)
        {
            if (line.IndexOf(marker.AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }
}
