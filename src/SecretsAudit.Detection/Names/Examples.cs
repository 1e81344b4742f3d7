using System;

namespace SecretsAudit.Detection.Names;

/// <summary>Credentials that everybody knows and that open nothing: documentation's and emulators'.</summary>
internal static class Examples
{
    private static readonly WordSet ExampleUsers = new("user", "username", "usr", "usuario", "myuser", "login", "name", "foo", "u", "<user>", "<username>", "x", "a");

    private static readonly WordSet ExamplePasswords = new("password", "pass", "passwd", "pwd", "pw", "secret", "bar", "p", "x", "b", "mypassword", "mypass", "token", "senha");

    // Well known, and the same for everybody: the keys of Azurite and of the Cosmos DB emulator begin so.
    private static readonly string[] EmulatorKeys = ["Eby8vdM02xNOcqFlqUwJPLlmEt", "C2y6yDjf5/R+ob0N8A7Cgv30VR"];

    /// <summary>Whether a token is one that documentation prints.</summary>
    public static bool IsDocumented(ReadOnlySpan<char> token) =>
        token.IndexOf("EXAMPLE".AsSpan(), StringComparison.Ordinal) >= 0 || token.IndexOf("example".AsSpan(), StringComparison.Ordinal) >= 0
        || token.IndexOf("xxxxxx".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0 || token.IndexOf("0000000000".AsSpan(), StringComparison.Ordinal) >= 0
        || token.IndexOf("XXXX-XXXX".AsSpan(), StringComparison.Ordinal) >= 0
        || Strength.DistinctCharacters(token) < 7;

    /// <summary>Whether a token counts through the alphabet or the digits, as one does that somebody typed to have something there.</summary>
    public static bool IsMadeUp(ReadOnlySpan<char> token)
    {
        if (token.Length < 8)
            return false;
        int steps = 0, counted = 0;
        for (var i = 1; i < token.Length; i++)
        {
            if (!char.IsLetterOrDigit(token[i]))
                continue;
            counted++;
            if (token[i] - token[i - 1] is 1 or 0 or -1 || (token[i - 1], token[i]) is ('9', '0') or ('z', 'a') or ('Z', 'A'))
                steps++;
        }

        return steps * 2 > counted || token.IndexOf("1234567890".AsSpan(), StringComparison.Ordinal) >= 0 || token.IndexOf("9876543210".AsSpan(), StringComparison.Ordinal) >= 0 || token.IndexOf("abcdefghij".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0;
    }

    /// <summary>Whether user and password are the words that stand for them in examples, <c>user:password</c>, or nobody in particular, of whom any password is taken.</summary>
    public static bool IsExampleUser(ReadOnlySpan<char> user, ReadOnlySpan<char> password) => user.Equals("anonymous".AsSpan(), StringComparison.OrdinalIgnoreCase) ||
        ExamplePasswords.Contains(password) && (ExampleUsers.Contains(user) || user.Length == 0) || user.Equals(password, StringComparison.OrdinalIgnoreCase) && ExampleUsers.Contains(user);

    /// <summary>Whether a key is a local emulator's.</summary>
    public static bool IsEmulatorKey(ReadOnlySpan<char> key)
    {
        foreach (var known in EmulatorKeys)
        {
            if (key.StartsWith(known.AsSpan(), StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
