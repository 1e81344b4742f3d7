using SecretsAudit.CodeScan.CSharp;
using SecretsAudit.CodeScan.KeyStores;
using SecretsAudit.CodeScan.Matching;
using SecretsAudit.Detection;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan;

/// <summary>Scans contents of files, wherever they come from.</summary>
/// <param name="stored">What the contents are matched with; null for nothing.</param>
/// <param name="report">Takes what could not be told.</param>
internal sealed class FileInspection(StoredValues? stored, Action<Gap> report)
{
    // A try of a password costs what the store's maker wanted it to cost.
    private const int MostKeyStoresTried = 200;

    private int _keyStores;
    private long _inLongTokens;

    /// <summary>Whether the compiler's understanding is asked for.</summary>
    public static bool IsCSharp(string path) => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is in a file of any kind; C# is looked at by itself.</summary>
    public IReadOnlyList<CodeFinding> Of(string path, ReadOnlySpan<byte> content, CancellationToken cancellationToken) =>
        SourceText.Of(path, content) is { } text
            ? StoreMatches.Merge(IsCSharp(path) ? CSharpInspection.InspectAlone(path, text, TakesLongTokens, report, cancellationToken) : OfText(path, text, report), text, stored)
            : OfBytes(path, content);

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

    private bool TakesLongTokens(int characters) => characters == 0 || Interlocked.Add(ref _inLongTokens, characters) <= CSharpInspection.MostInLongTokens;

    private IReadOnlyList<CodeFinding> OfBytes(string path, ReadOnlySpan<byte> content)
    {
        if (KeyStore.Holding(content) is not { } store)
            return [];
        var number = store.IsLocked ? Interlocked.Increment(ref _keyStores) : 0;
        if (number == MostKeyStoresTried + 1)
            report(SourceFile.Unread(path, GapKind.LimitReached, $"there are more than {MostKeyStoresTried} key stores: whether this one and others open with a well-known password was not tried", "Scan it by itself."));
        return [store.Finding(content, isTried: number <= MostKeyStoresTried)];
    }

    private static CodeFinding Finding(FileCredential credential, string text) => new(
        CredentialRules.RuleOf(credential.Match.Kind), credential.Match.Format, credential.Name, FindingText.Sentence(credential.Match.Reason), credential.Match.Confidence,
        credential.Line, credential.Column, credential.EndLine, credential.EndColumn)
    {
        Mark = ValueMark.Of(text.AsSpan(credential.Match.Start, credential.Match.Length)),
    };
}
