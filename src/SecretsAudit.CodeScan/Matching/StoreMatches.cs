using SecretsAudit.Detection;

namespace SecretsAudit.CodeScan.Matching;

/// <summary>Compares what a file holds with what the store holds.</summary>
internal static class StoreMatches
{
    /// <summary>The format that a match is told with.</summary>
    public const string Format = "stored-secret";

    /// <summary>A file's findings, with those that are values of the store told as such, and those that only the store gives away.</summary>
    public static IReadOnlyList<CodeFinding> Merge(IReadOnlyList<CodeFinding> found, string text, StoredValues? stored) =>
        stored is null ? found : Merge(found, In(text, stored), stored);

    /// <summary>The same, when the matches are known.</summary>
    public static IReadOnlyList<CodeFinding> Merge(IReadOnlyList<CodeFinding> found, IReadOnlyList<CodeFinding> matches, StoredValues? stored)
    {
        if (stored is null || stored.Count == 0)
            return found;

        return
        [
            .. matches,
            .. found.Where(finding => !matches.Any(match => Overlap(match, finding)))
                .Select(finding => stored.Find(finding.Mark) is { } value ? Tell(value, finding.Mark, (finding.Line, finding.Column), (finding.EndLine, finding.EndColumn)) : finding),
        ];
    }

    /// <summary>The places of a text that hold a value of the store.</summary>
    public static IReadOnlyList<CodeFinding> In(string text, StoredValues stored)
    {
        var matches = new List<CodeFinding>();
        var (line, lineStart, at) = (1, 0, 0);
        foreach (var (start, length, value) in stored.FindIn(text))
        {
            var first = Advance(start);
            var mark = ValueMark.Of(text.AsSpan(start, length));
            matches.Add(Tell(value, mark, first, Advance(start + length)));
        }

        return matches;

        (int Line, int Column) Advance(int to)
        {
            for (; at < to; at++)
            {
                if (text[at] == '\n')
                    (line, lineStart) = (line + 1, at + 1);
            }

            return (line, to - lineStart + 1);
        }
    }

    private static bool Overlap(CodeFinding one, CodeFinding other) =>
        (one.Line, one.Column).CompareTo((other.EndLine, other.EndColumn)) < 0 && (other.Line, other.Column).CompareTo((one.EndLine, one.EndColumn)) < 0;

    private static CodeFinding Tell(StoredValue value, UInt128 mark, (int Line, int Column) first, (int Line, int Column) end) => new(
        CodeRules.StoredSecret, Format, value.Secret,
        value.IsCurrent ? $"This is the present value of the secret {value.Secret}: whoever reads this file can use it now." : $"This is the previous value of the secret {value.Secret}: it may still be accepted.",
        CredentialConfidence.High, first.Line, first.Column, end.Line, end.Column)
    {
        Mark = mark,
    };
}
