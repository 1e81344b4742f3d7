using SecretsAudit.CodeScan.CSharp;
using SecretsAudit.CodeScan.Matching;
using SecretsAudit.Detection;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan;

/// <summary>Scans one file's content, wherever it comes from.</summary>
internal static class FileInspection
{
    /// <summary>Whether the compiler's understanding is asked for.</summary>
    public static bool IsCSharp(string path) => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is in a file of any kind; C# is looked at by itself.</summary>
    public static IReadOnlyList<CodeFinding> Of(string path, ReadOnlySpan<byte> content, StoredValues? stored, Action<Gap> report, CancellationToken cancellationToken) =>
        SourceText.Of(path, content) is not { } text ? []
        : StoreMatches.Merge(IsCSharp(path) ? CSharpInspection.InspectAlone(path, text, report, cancellationToken) : OfText(path, text, report), text, stored);

    /// <summary>What is in a file that is not C#.</summary>
    public static IReadOnlyList<CodeFinding> OfText(string path, string text, Action<Gap> report)
    {
        var found = CredentialFile.ScanText(path, text);
        TellFull(path, found.Count, report);
        return [.. found.Select(credential => Finding(credential, text))];
    }

    /// <summary>Tells when in a file as much was found as is told of one: there may be more.</summary>
    public static void TellFull(string path, int found, Action<Gap> report)
    {
        if (found >= CredentialFile.Most)
            report(SourceFile.Unread(path, GapKind.LimitReached, $"{found} credentials were found in it, as many as are told of one file", "Take them out, and scan again."));
    }

    private static CodeFinding Finding(FileCredential credential, string text) => new(
        CredentialRules.RuleOf(credential.Match.Kind), credential.Match.Format, credential.Name, FindingText.Sentence(credential.Match.Reason), credential.Match.Confidence,
        credential.Line, credential.Column, credential.EndLine, credential.EndColumn)
    {
        Mark = ValueMark.Of(text.AsSpan(credential.Match.Start, credential.Match.Length)),
    };
}
