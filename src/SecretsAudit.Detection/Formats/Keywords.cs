using System;
using System.Collections.Generic;
using System.Linq;
using SecretsAudit.Detection.Structures;

namespace SecretsAudit.Detection.Formats;

/// <summary>Everything that the search over a text looks for, by the literal it begins with.</summary>
internal static class Keywords
{
    private static readonly Dictionary<string, CredentialFormat[]> ByKeyword =
        FormatTable.All.GroupBy(format => format.Pattern.Keyword).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    private static readonly KeywordSearch FormatKeywords = new(ByKeyword.Keys);

    /// <summary>What is no token but has a structure of its own.</summary>
    public static TextStructure[] Structures { get; } =
    [
        .. PrivateKeys.All, JsonWebTokens.Structure, Urls.Structure, .. BasicAuthorizations.All, .. ConnectionStrings.All,
    ];

    public static KeywordSearch Search { get; } = new([.. ByKeyword.Keys, .. Structures.Select(structure => structure.Keyword)]);

    /// <summary>The formats whose keyword stands at the text's beginning.</summary>
    public static CredentialFormat[] FormatsAt(ReadOnlySpan<char> text) => FormatKeywords.KeywordAt(text) is { } keyword ? ByKeyword[keyword] : [];
}
