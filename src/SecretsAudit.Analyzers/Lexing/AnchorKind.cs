namespace SecretsAudit.Analyzers.Lexing;

/// <summary>What stands at a place that may be worth binding.</summary>
internal enum AnchorKind : byte
{
    /// <summary>A string literal: regular, verbatim or raw.</summary>
    Text,

    /// <summary>An interpolated string.</summary>
    InterpolatedText,

    /// <summary>The fourth of a list of characters: <c>{ 'a', 'b', 'c', 'd'</c>.</summary>
    Characters,

    /// <summary>The eighth of a list of numbers: bytes of a key, perhaps.</summary>
    Numbers,

    /// <summary>A credential's name that something other than a literal is assigned or passed to.</summary>
    NamedFlow,

    /// <summary>A credential's name after a type: perhaps a parameter.</summary>
    NamedDeclaration,

    /// <summary>A name followed by a parenthesis: a call, a creation or a declaration.</summary>
    Call,

    /// <summary>The same, where a known API by this name takes a credential.</summary>
    SinkCall,

    /// <summary>A name that something is assigned to.</summary>
    Assignment,

    /// <summary>A member of Secrets Manager's client.</summary>
    SecretsApi,
}
