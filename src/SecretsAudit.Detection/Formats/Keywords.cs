using System;
using System.Collections.Generic;
using System.Linq;
using SecretsAudit.Detection.Structures;

namespace SecretsAudit.Detection.Formats;

/// <summary>Everything that the search over a text looks for, by the literal it begins with.</summary>
internal static class Keywords
{
    // By the keyword's first two characters; the longest keyword first, as it is the more telling one.
    private static readonly CredentialFormat[]?[] ByFirst = MakeIndex();

    /// <summary>What is no token but has a structure of its own.</summary>
    public static TextStructure[] Structures { get; } =
    [
        .. PrivateKeys.All, JsonWebTokens.Structure, Urls.Structure, .. BasicAuthorizations.All, .. BearerTokens.All, .. ConnectionStrings.All, .. CommandPasswords.All,
        .. SqlPasswords.All, .. SecureStrings.All, .. PasswordHashes.All,
    ];

    /// <summary>Every keyword, once.</summary>
    public static IReadOnlyCollection<string> Literals { get; } =
        [.. FormatTable.All.Select(format => format.Pattern.Keyword).Concat(Structures.Select(structure => structure.Keyword)).Distinct(StringComparer.Ordinal)];

    public static KeywordSearch Search { get; } = new(Literals);

    /// <summary>The formats whose keyword may stand at the text's beginning.</summary>
    public static ReadOnlySpan<CredentialFormat> FormatsAt(ReadOnlySpan<char> text) =>
        text.Length < 2 || text[0] >= 128 || text[1] >= 128 ? default : ByFirst[text[0] * 128 + text[1]];

    private static CredentialFormat[]?[] MakeIndex()
    {
        var index = new CredentialFormat[]?[128 * 128];
        foreach (var group in FormatTable.All.GroupBy(format => format.Pattern.Keyword[0] * 128 + format.Pattern.Keyword[1]))
            index[group.Key] = [.. group.OrderByDescending(format => format.Pattern.Keyword.Length)];
        return index;
    }
}
