using SecretsAudit.Model;

namespace SecretsAudit.Reports.Tables;

/// <summary>The lines of a JSON Lines report; each says first what it records, and in which run.</summary>
internal static class ResultLine
{
    internal sealed record OfRun(
        string Record, string SchemaVersion, bool Complete, string RunId, string ToolVersion, DateTimeOffset AsOf, string Source, int Findings, int Gaps, int NotEvaluated);

    internal sealed record OfGap(string Record, string RunId, Gap Gap);

    internal sealed record OfRule(string Record, string RunId, UnevaluatedRule NotEvaluated);

    internal sealed record OfFinding(string Record, string RunId, Finding Finding);
}
