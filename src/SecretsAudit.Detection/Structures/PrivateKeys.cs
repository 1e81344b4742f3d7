using System;
using System.Collections.Generic;

namespace SecretsAudit.Detection.Structures;

/// <summary>Private keys: PEM in all its kinds, OpenSSH's, PuTTY's. Encrypted ones and public keys are told apart.</summary>
/// <remarks>RFC 7468; https://the.earth.li/~sgtatham/putty/0.78/htmldoc/AppendixC.html</remarks>
internal static class PrivateKeys
{
    private const string Begin = "-----BEGIN ";
    private const string Putty = "PuTTY-User-Key-File-";
    private const int LeastKey = 32;
    private const int MostKey = 64 * 1024;
    private const int MostUntilKey = 600;

    public static IReadOnlyList<TextStructure> All { get; } = [new(Begin, Pem), new(Putty, PuttyFile)];

    private static CredentialMatch? Pem(ReadOnlySpan<char> text, int at)
    {
        var rest = text.Slice(at, Math.Min(text.Length - at, MostKey));
        var label = rest.Slice(Begin.Length);
        var dashes = label.IndexOf("-----".AsSpan());
        if (dashes is < 0 or > 60)
            return null;

        label = label.Slice(0, dashes);
        if (label.IndexOf("PRIVATE KEY".AsSpan()) < 0)
            return null;
        var body = rest.Slice(Begin.Length + dashes + 5);
        // The key stands right behind its first line, and ends at the next one: a comment that only names the line has no key behind it.
        var key = body.Slice(0, Math.Min(body.Length, MostUntilKey));
        var end = key.IndexOf("-----".AsSpan());
        key = end < 0 ? key : key.Slice(0, end);
        // The smallest key there is, of 32 bytes, takes 64 characters with what stands around it.
        if (!HasKey(key) || (end >= 0 && CharactersOf(key) < 60))
            return null;
        // Whoever has the passphrase has the key: told apart, and not left out.
        if (label.IndexOf("ENCRYPTED".AsSpan()) >= 0 || key.IndexOf("ENCRYPTED".AsSpan()) >= 0)
            return new("encrypted-private-key", CredentialKind.PrivateKey, at, Begin.Length + dashes + 5, CredentialConfidence.Low, "a private key under a passphrase begins here");
        // The first line is what is pointed at: the key itself may run over hundreds.
        return new("private-key", CredentialKind.PrivateKey, at, Begin.Length + dashes + 5, CredentialConfidence.High, "a private key that is not encrypted begins here");
    }

    private static int CharactersOf(ReadOnlySpan<char> key)
    {
        var count = 0;
        foreach (var c in key)
            count += c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '+' or '/' or '=' ? 1 : 0;
        return count;
    }

    private static CredentialMatch? PuttyFile(ReadOnlySpan<char> text, int at)
    {
        var rest = text.Slice(at, Math.Min(text.Length - at, MostKey));
        return rest.IndexOf("Encryption: none".AsSpan()) >= 0 && rest.IndexOf("Private-Lines:".AsSpan()) >= 0
            ? new("putty-private-key", CredentialKind.PrivateKey, at, Putty.Length, CredentialConfidence.High, "a PuTTY private key that is not encrypted begins here")
            : null;
    }

    // A test's "-----BEGIN PRIVATE KEY-----…" holds no key: what counts is base64 between the lines, also when \n is written out; words are none.
    private static bool HasKey(ReadOnlySpan<char> key)
    {
        int run = 0, digits = 0, capitals = 0;
        foreach (var c in key)
        {
            if (c is not (>= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '+' or '/' or '='))
            {
                (run, digits, capitals) = (0, 0, 0);
                continue;
            }

            run++;
            digits += c is >= '0' and <= '9' ? 1 : 0;
            capitals += c is >= 'A' and <= 'Z' ? 1 : 0;
            if (run >= LeastKey && digits > 0 && capitals > 0)
                return true;
        }

        return false;
    }
}
