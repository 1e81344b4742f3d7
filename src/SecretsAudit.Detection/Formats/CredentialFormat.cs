using System;

namespace SecretsAudit.Detection.Formats;

/// <summary>A provider's format of tokens.</summary>
internal sealed class CredentialFormat
{
    public CredentialFormat(string id, string title, string pattern, CredentialConfidence confidence, string? checksum, string? near)
    {
        Id = id;
        Title = title;
        Pattern = FormatPattern.Parse(pattern);
        Confidence = confidence;
        Checksum = checksum;
        Near = near;
    }

    public string Id { get; }

    /// <summary>What it is, for a message: <c>GitHub personal access token</c>.</summary>
    public string Title { get; }

    public FormatPattern Pattern { get; }

    public CredentialConfidence Confidence { get; }

    /// <summary>The name of the checksum that its last characters hold; null for none.</summary>
    public string? Checksum { get; }

    /// <summary>A word that must stand near by; null when the shape is enough.</summary>
    public string? Near { get; }

    /// <summary>The length of the token at the text's beginning; -1 when there is none.</summary>
    /// <param name="text">The text from the keyword on.</param>
    /// <param name="before">What stands before it.</param>
    public int MatchLength(ReadOnlySpan<char> text, ReadOnlySpan<char> before)
    {
        var length = Pattern.MatchLength(text);
        if (length < 0 || (before.Length > 0 && IsWord(before[before.Length - 1])) || (length < text.Length && IsWord(text[length]) && IsWord(text[length - 1])))
            return -1;
        if (Near is { } near && !IsNear(before, text.Slice(length), near))
            return -1;
        return Checksum is null || Checksums.Holds(Checksum, text.Slice(0, length)) ? length : -1;
    }

    private static bool IsNear(ReadOnlySpan<char> before, ReadOnlySpan<char> after, string word)
    {
        const int Distance = 80;
        var left = before.Slice(Math.Max(0, before.Length - Distance));
        var right = after.Slice(0, Math.Min(after.Length, Distance));
        return left.IndexOf(word.AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0 || right.IndexOf(word.AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0;
    }

    private static bool IsWord(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_';
}
