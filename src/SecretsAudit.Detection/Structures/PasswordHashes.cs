using System;
using System.Collections.Generic;
using System.Linq;

namespace SecretsAudit.Detection.Structures;

/// <summary>Hashes of passwords as <c>crypt</c> writes them: whoever has one can try passwords on it at leisure.</summary>
/// <remarks>https://man7.org/linux/man-pages/man5/crypt.5.html</remarks>
internal static class PasswordHashes
{
    // Prefix, and how many characters of the hash's alphabet follow at least, salt and settings included.
    private static readonly (string Prefix, int Least)[] Kinds =
    [
        ("$1$", 20), ("$apr1$", 20), ("$2a$", 52), ("$2b$", 52), ("$2y$", 52), ("$5$", 40), ("$6$", 83), ("$y$", 46), ("$7$", 46), ("$argon2id$", 46), ("$argon2i$", 46), ("$md5", 30), ("$gy$", 46), ("$8$", 46), ("$9$", 46), ("$krb5asrep$23$", 56), ("$krb5tgs$23$", 56),
    ];

    public static IReadOnlyList<TextStructure> All { get; } = [.. Kinds.Select(kind => new TextStructure(kind.Prefix, (text, at) => Match(text, at, kind.Prefix, kind.Least)))];

    private static CredentialMatch? Match(ReadOnlySpan<char> text, int at, string prefix, int least)
    {
        if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '$' or '/'))
            return null;
        var length = prefix.Length;
        while (at + length < text.Length && length < 4000 && IsHash(text[at + length]))
            length++;
        var hash = text.Slice(at, length);
        if (length - prefix.Length < least || hash.Slice(prefix.Length).IndexOf('$') < 0 || Names.Strength.DistinctCharacters(hash) < 16)
            return null;
        return new("password-hash", CredentialKind.NamedValue, at, length, CredentialConfidence.Low, "it is the hash of a password, on which passwords can be tried");
    }

    private static bool IsHash(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '.' or '/' or '$' or '=' or ',' or '+' or '@' or ':' or '-';
}
