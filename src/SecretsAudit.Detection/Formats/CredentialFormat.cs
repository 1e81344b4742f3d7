using System;

namespace SecretsAudit.Detection.Formats;

/// <summary>A provider's format of tokens.</summary>
internal sealed class CredentialFormat(string id, string title, string pattern, CredentialConfidence confidence, string? checksum, string? near)
{
    // Few formats' keywords are ever met.
    private FormatPattern? _pattern;

    public string Id => id;

    /// <summary>What it is, for a message: <c>GitHub personal access token</c>.</summary>
    public string Title => title;

    /// <summary>The literal that it is looked for by.</summary>
    public string Keyword { get; } = FormatPattern.KeywordOf(pattern);

    public FormatPattern Pattern => _pattern ??= FormatPattern.Parse(pattern);

    public CredentialConfidence Confidence => confidence;

    /// <summary>The name of the checksum that its last characters hold; null for none.</summary>
    public string? Checksum => checksum;

    /// <summary>A word that must stand near by; null when the shape is enough.</summary>
    public string? Near => near;

    /// <summary>Where the token begins and ends when the format's keyword stands at a place of the text; null when there is none.</summary>
    public (int Start, int Length)? Match(ReadOnlySpan<char> text, int keyword)
    {
        if (!text.Slice(keyword).StartsWith(Keyword.AsSpan(), StringComparison.Ordinal) || Pattern.Match(text, keyword) is not { } token)
            return null;
        var (start, end) = (token.Start, token.Start + token.Length);
        // What leads up to a token says where it begins.
        if ((!Pattern.LeadsUp && start > 0 && IsWord(text[start - 1]) && IsWord(text[start]) && !IsEscape(text, start)) || (end < text.Length && IsWord(text[end]) && IsWord(text[end - 1])))
            return null;
        return Near is { } near && !IsNear(text.Slice(0, start), text.Slice(end), near) ? null : token;
    }

    /// <summary>Whether a token of this shape holds its checksum; true where the provider documents none.</summary>
    public bool HoldsChecksum(ReadOnlySpan<char> token) => Checksum is null || Checksums.Holds(Checksum, token);

    // The n of a written-out \n is no part of a word.
    private static bool IsEscape(ReadOnlySpan<char> text, int start) => start > 1 && text[start - 2] == '\\' && text[start - 1] is 'n' or 'r' or 't';

    private static bool IsNear(ReadOnlySpan<char> before, ReadOnlySpan<char> after, string word)
    {
        const int Distance = 80;
        var left = before.Slice(Math.Max(0, before.Length - Distance));
        var right = after.Slice(0, Math.Min(after.Length, Distance));
        return left.IndexOf(word.AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0 || right.IndexOf(word.AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0;
    }

    /// <summary>Whether a character may stand in a word: letters and digits of ASCII, and the underscore.</summary>
    internal static bool IsWord(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_';
}
