using System;
using System.Collections.Generic;
using System.Linq;
using SecretsAudit.Detection.Structures;

namespace SecretsAudit.Detection.Formats;

/// <summary>Everything that the search over a text looks for, by the literal it begins with.</summary>
internal static class Keywords
{
    // By the keyword's first two characters; the longest keyword first, as it is the more telling one.
    private static readonly CredentialFormat[]?[] FormatsByFirst = MakeIndex(FormatTable.All, format => format.Keyword);

    // What is no token but has a structure of its own.
    private static readonly TextStructure[] Structures =
    [
        .. PrivateKeys.All, EncodedPrivateKeys.Structure, .. JsonWebTokens.All, Urls.Structure, .. UrlQueries.All, .. BasicAuthorizations.All, .. BearerTokens.All, AuthorizationHeaders.Structure, .. ConnectionStrings.All,
        .. CommandPasswords.All, .. PipedPasswords.All, LoginLines.Structure, .. SqlPasswords.All, .. SecureStrings.All, .. CallPasswords.All, .. PasswordHashes.All, .. DiscordTokens.All,
    ];

    private static readonly TextStructure[]?[] StructuresByFirst = MakeIndex(Structures, structure => structure.Keyword);

    /// <summary>Every keyword, once.</summary>
    public static IReadOnlyCollection<string> Literals { get; } =
        FormatTable.All.Select(format => format.Keyword).Concat(Structures.Select(structure => structure.Keyword)).Distinct(StringComparer.Ordinal).ToArray();

    /// <summary>Finds where the next keyword may stand.</summary>
    public static KeywordSearch Search { get; } = new(Literals);

    /// <summary>The formats whose keyword may stand at the text's beginning.</summary>
    public static ReadOnlySpan<CredentialFormat> FormatsAt(ReadOnlySpan<char> text) => At(text, FormatsByFirst);

    /// <summary>The structures whose keyword may stand at the text's beginning.</summary>
    public static ReadOnlySpan<TextStructure> StructuresAt(ReadOnlySpan<char> text) => At(text, StructuresByFirst);

    private static ReadOnlySpan<T> At<T>(ReadOnlySpan<char> text, T[]?[] index) =>
        text.Length < 2 || text[0] >= 128 || text[1] >= 128 ? default : index[text[0] * 128 + text[1]];

    private static T[]?[] MakeIndex<T>(T[] all, Func<T, string> keyword)
    {
        var index = new T[]?[128 * 128];
        foreach (var one in all.OrderByDescending(one => keyword(one).Length))
        {
            ref var sharing = ref index[keyword(one)[0] * 128 + keyword(one)[1]];
            sharing = sharing is null ? [one] : [.. sharing, one];
        }

        return index;
    }
}
