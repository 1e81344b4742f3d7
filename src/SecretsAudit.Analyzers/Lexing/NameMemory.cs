using System.Runtime.CompilerServices;
using System.Threading;
using SecretsAudit.Analyzers.Sinks;
using SecretsAudit.Detection.Formats;
using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.Lexing;

/// <summary>
/// Remembers what was found out about identifiers: a program uses few, many times. A slot is one 64-bit word, so that threads can share the
/// table without a lock; a slot that another name took is found out again.
/// </summary>
internal static class NameMemory
{
    private const int Slots = 1 << 14;
    private const ulong TraitBits = 0xFF;

    private static readonly long[] Table = new long[Slots];

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "if", "while", "for", "foreach", "switch", "catch", "using", "lock", "return", "typeof", "nameof", "sizeof", "default", "when", "fixed",
        "checked", "unchecked", "await", "in", "is", "and", "or", "not", "stackalloc", "throw", "yield", "where", "select", "from", "operator",
    };

    [MethodImpl(HotCode.AtOnce)]
    public static NameTraits TraitsOf(ReadOnlySpan<char> name, ulong hash)
    {
        ref var slot = ref Table[(int)(hash & (Slots - 1))];
        var known = unchecked((ulong)Volatile.Read(ref slot));
        if (((known ^ hash) & ~TraitBits) == 0 && (known & (ulong)NameTraits.Known) != 0)
            return (NameTraits)(byte)(known & TraitBits);

        var traits = FindOut(name) | NameTraits.Known;
        Volatile.Write(ref slot, unchecked((long)((hash & ~TraitBits) | (ulong)traits)));
        return traits;
    }

    private static NameTraits FindOut(ReadOnlySpan<char> name)
    {
        // Longer names are machine-made.
        if (name.Length > 128)
            return NameTraits.None;

        var text = name.ToString();
        if (Keywords.Contains(text))
            return NameTraits.Keyword;

        var traits = NamedValue.Classify(name) is null or CredentialName.ConnectionString ? NameTraits.None : NameTraits.Credential;
        if (traits == NameTraits.Credential || text is "PasswordInClearText" || Contexts.AuthorizationHeader.Is(text.AsSpan()) || Contexts.CredentialNames.Is(Flow.SyntaxNames.WithoutVerb(text)))
            traits |= NameTraits.Near;
        if (CallNames.IsOfInterest(text))
            traits |= NameTraits.CallOfInterest;
        if (CallNames.IsSink(text))
            traits |= NameTraits.Sink;
        if (CallNames.IsSecretsApi(text))
            traits |= NameTraits.SecretsApi;
        if (CallNames.IsKeyProperty(text))
            traits |= NameTraits.KeyProperty;
        return traits;
    }
}
