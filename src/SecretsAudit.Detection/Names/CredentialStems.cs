using System;
#if NET
using System.Buffers;
#endif

namespace SecretsAudit.Detection.Names;

/// <summary>Letters of which every name that promises a credential has some: a line without them needs no closer look.</summary>
internal static class CredentialStems
{
    // Three letters at least, which a vectorised search wants: "pw" is looked for with what stands beside it.
    private static readonly string[] Latin =
    [
        "pass", "pwd", "swd", "_pw", "-pw", ".pw", "pw=", "pw:", "pw ", "pw\"", "pw'", "pw>", "secret", "token", "key", "cred", "auth", "bearer", "jwt", "pat", "sonar", "nonce_salt", "logged_in_salt", "kennwort", "wachtwoord", "motdep", "mdp", "contras", "clave", "senha", "parol",
        "haslo", "losenord", "adgangskode", "salasana", "sifre", "geheim",
    ];

    private static readonly string[] Others = ["hasło", "lösenord", "şifre", "пароль", "密码", "パスワード", "비밀번호"];

#if NET
    private const int Window = 1024;
    private const int Overlap = 12;

    private static readonly SearchValues<string> LatinSearch = SearchValues.Create(Latin, StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> OtherSearch = SearchValues.Create(Others, StringComparison.OrdinalIgnoreCase);
#endif

    /// <summary>Where the next one stands, from a position on; -1 when there is none.</summary>
    public static int Next(ReadOnlySpan<char> text, int from)
    {
        for (var at = NextLetters(text, from); at >= 0; at = NextLetters(text, at + 1))
        {
            if (!IsOtherWord(text.Slice(at)))
                return at;
        }

        return -1;
    }

    // "pat" and "pw" are whole words, "path" and "spwan" are not; nor is an author's name. What else such a word holds has letters of its own.
    private static bool IsOtherWord(ReadOnlySpan<char> rest) => (rest[0] | 0x20, rest[1] | 0x20) switch
    {
        ('p', 'a') => (rest[2] | 0x20) == 't' && rest.Length > 3 && char.IsLower(rest[3]),
        ('a', 'u') => rest.Length > 5 && (rest[4] | 0x20) == 'o' && (rest[5] | 0x20) == 'r' && (rest.Length == 6 || (rest[6] | 0x20) != 'i'),
        _ => false,
    };

    private static int NextLetters(ReadOnlySpan<char> text, int from)
    {
        if (from >= text.Length)
            return -1;
#if NET
        // A window at a time: whichever of the two searches finds nothing must not look through all that is left again and again.
        for (; from < text.Length; from += Window)
        {
            var window = text.Slice(from, Math.Min(text.Length - from, Window + Overlap));
            var latin = window.IndexOfAny(LatinSearch);
            var before = latin < 0 ? window : window.Slice(0, latin);
            // Other letters are looked for only where there are any.
            var other = before.IndexOfAnyExceptInRange('\0', '\u007F') < 0 ? -1 : before.IndexOfAny(OtherSearch);
            if (other >= 0 || latin >= 0)
                return from + (other >= 0 ? other : latin);
        }

        return -1;
#else
        for (var i = from; i < text.Length; i++)
        {
            if (StandsAt(text.Slice(i), Latin) || (text[i] > 127 || i + 4 < text.Length && text[i + 3] > 127 || i + 1 < text.Length && text[i + 1] > 127) && StandsAt(text.Slice(i), Others))
                return i;
        }

        return -1;
#endif
    }

#if !NET
    private static bool StandsAt(ReadOnlySpan<char> text, string[] stems)
    {
        foreach (var stem in stems)
        {
            if ((text[0] | 0x20) == (stem[0] | 0x20) && text.StartsWith(stem.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
#endif
}
