using System;
using System.Collections.Generic;
using SecretsAudit.Detection.Files;
using SecretsAudit.Detection.Names;

namespace SecretsAudit.Detection;

/// <summary>Finds credentials in a file that is not C#. Takes any bytes, never throws on them, and is done in time linear in their number.</summary>
public static class CredentialFile
{
    /// <summary>As many credentials are told of one file.</summary>
    public const int Most = 1000;

    /// <summary>Scans a file.</summary>
    /// <param name="path">Its path: the name's ending tells the grammar, the folders tell whether it is a test's, a developer's or documentation's.</param>
    /// <param name="content">Its bytes, in UTF-8, UTF-16 with a byte order mark, or Latin-1.</param>
    public static IReadOnlyList<FileCredential> Scan(string path, ReadOnlySpan<byte> content)
    {
        if (path is null)
            throw new ArgumentNullException(nameof(path));
        return content.Length == 0 || FileText.IsBinary(content) ? [] : ScanText(path, FileText.Decode(content));
    }

    /// <summary>Scans a file's text.</summary>
    /// <inheritdoc cref="Scan"/>
    public static IReadOnlyList<FileCredential> ScanText(string path, string text)
    {
        if (path is null)
            throw new ArgumentNullException(nameof(path));
        if (text is null)
            throw new ArgumentNullException(nameof(text));

        var kind = FileKind.Of(path, text);
        var found = new FoundInFile(text);
        if (!kind.IsNoise)
            CredentialText.Find(text.AsSpan(), found.Anonymous);
        // No letters of a credential's name anywhere: no names to read.
        if (kind.GrammarFor(text) is { } grammar && CredentialStems.Next(text.AsSpan(), 0) >= 0)
        {
            foreach (var pair in grammar(text))
            {
                if (pair.Length < NamedValue.ShortestValue || !pair.IsCredential(text))
                    continue;
                var name = pair.NameIn(text);
                if (NamedValue.Judge(name, text.AsSpan(pair.Start, pair.Length), pair.IsAssigned ? kind.Setting : kind.NamedSetting) is { } match)
                    found.Add(match.Shift(pair.Start), name);
            }
        }

        if (kind.NamedSetting == ValueSetting.LooseText || kind.Grammar == YamlGrammar.Pairs)
        {
            foreach (var (match, key) in KubernetesSecrets.Find(text))
                found.Add(match, key);
        }

        if (kind.NamedSetting == ValueSetting.LooseText)
        {
            foreach (var (match, service) in ServiceTokens.Find(text))
                found.Add(match, service);
        }

        foreach (var (match, name) in SecretFiles.Find(path, text))
            found.Add(match, name);
        return found.Finish(kind.Setting);
    }
}
