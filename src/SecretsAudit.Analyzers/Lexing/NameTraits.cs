namespace SecretsAudit.Analyzers.Lexing;

/// <summary>What an identifier alone says.</summary>
[Flags]
internal enum NameTraits : byte
{
    /// <summary>Nothing of interest.</summary>
    None = 0,

    /// <summary>The name promises a credential.</summary>
    Credential = 1,

    /// <summary>A keyword that a parenthesis may follow, and no call.</summary>
    Keyword = 2,

    /// <summary>A call by this name may take a credential, pass a value through or compare it.</summary>
    CallOfInterest = 4,

    /// <summary>A member of Secrets Manager's client.</summary>
    SecretsApi = 8,

    /// <summary>A property by this name takes a key on some types.</summary>
    KeyProperty = 16,

    /// <summary>A known API by this name takes a credential.</summary>
    Sink = 32,

    /// <summary>A literal near the name may be a credential's value: the name promises one, by itself or to those who know it.</summary>
    Near = 64,

    /// <summary>The traits were found out.</summary>
    Known = 128,
}
