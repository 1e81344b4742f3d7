using System;

namespace SecretsAudit.Detection.Structures;

/// <summary>Looks at the place where a keyword stands, and at what is around it.</summary>
/// <param name="text">The whole text.</param>
/// <param name="at">Where the keyword stands.</param>
internal delegate CredentialMatch? StructureMatch(ReadOnlySpan<char> text, int at);

/// <summary>A structure that a credential stands in: a PEM block, a URL, a connection string.</summary>
internal sealed class TextStructure(string keyword, StructureMatch match)
{
    /// <summary>The literal by which it is looked for.</summary>
    public string Keyword => keyword;

    public CredentialMatch? Match(ReadOnlySpan<char> text, int at) => match(text, at);
}
