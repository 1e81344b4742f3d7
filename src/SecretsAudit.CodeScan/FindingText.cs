using System.Globalization;
using SecretsAudit.Detection;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan;

/// <summary>Turns what was found in a file into findings.</summary>
internal static class FindingText
{
    /// <summary>A file's findings. One that moves to another line keeps its fingerprint: it is known by rule, path, format, name and its number among its like.</summary>
    /// <param name="path">The file.</param>
    /// <param name="found">What was found in it.</param>
    /// <param name="prefix">Tells apart what is found in several states of the file; empty when there is one.</param>
    /// <param name="tell">Adds what else is known; null for nothing.</param>
    public static IEnumerable<Finding> Of(string path, IReadOnlyList<CodeFinding> found, string prefix = "", Func<CodeFinding, Finding, Finding>? tell = null)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in found.OrderBy(finding => finding.Line).ThenBy(finding => finding.Column))
        {
            var key = $"{finding.RuleId}|{finding.Format}|{finding.Name}";
            var number = seen[key] = seen.GetValueOrDefault(key) + 1;
            var text = Of(path, finding, $"{prefix}{finding.Format}|{finding.Name}|{number}");
            yield return tell is null ? text : tell(finding, text);
        }
    }

    /// <summary>A reason as a sentence.</summary>
    public static string Sentence(string reason) => $"{char.ToUpperInvariant(reason[0])}{reason[1..]}.";

    private static Finding Of(string path, CodeFinding found, string subKey)
    {
        var rule = CodeRules.All.First(rule => rule.Id == found.RuleId);
        return new()
        {
            Fingerprint = FindingFingerprint.Compute(rule.Id, path, subKey),
            RuleId = rule.Id,
            RuleName = rule.Name,
            Title = rule.Title,
            Severity = SeverityOf(rule, found.Confidence),
            Message = found.Message,
            Subject = new FindingSubject.Code(path, found.Line, found.Column, found.EndLine, found.EndColumn),
            Evidence =
            [
                new("Format", found.Format),
                new("Name", found.Name.Length == 0 ? "(none)" : found.Name),
                .. found.UsedAt.Select(use => new Evidence("Used at", string.Create(CultureInfo.InvariantCulture, $"{use.Path}:{use.Line}:{use.Column}"))),
            ],
            Remediation = rule.Remediation,
            Confidence = (Confidence)found.Confidence,
            UsedAt = found.UsedAt.Count == 0 ? null : found.UsedAt,
        };
    }

    // What is unsure weighs less, and stays visible.
    private static Severity SeverityOf(RuleDescriptor rule, CredentialConfidence confidence) =>
        confidence == CredentialConfidence.Low && rule.Severity > Severity.Medium ? Severity.Medium : rule.Severity;
}
