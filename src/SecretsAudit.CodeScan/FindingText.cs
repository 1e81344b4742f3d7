using SecretsAudit.Detection;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan;

/// <summary>Turns what was found in a file into findings.</summary>
internal static class FindingText
{
    /// <summary>A file's findings. One that moves to another line keeps its fingerprint: it is known by rule, path, format, name and its number among its like.</summary>
    public static IEnumerable<Finding> Of(string path, IReadOnlyList<CodeFinding> found)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in found.OrderBy(finding => finding.Line).ThenBy(finding => finding.Column))
        {
            var key = $"{finding.RuleId}|{finding.Format}|{finding.Name}";
            var number = seen[key] = seen.GetValueOrDefault(key) + 1;
            yield return Of(path, finding, $"{finding.Format}|{finding.Name}|{number}");
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
            Evidence = [new("Format", found.Format), new("Name", found.Name.Length == 0 ? "(none)" : found.Name)],
            Remediation = rule.Remediation,
            Confidence = (Confidence)found.Confidence,
        };
    }

    // What is unsure weighs less, and stays visible.
    private static Severity SeverityOf(RuleDescriptor rule, CredentialConfidence confidence) =>
        confidence == CredentialConfidence.Low && rule.Severity > Severity.Medium ? Severity.Medium : rule.Severity;
}
