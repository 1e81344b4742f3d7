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
        var end = body.IndexOf("-----END".AsSpan());
        var key = end < 0 ? body : body.Slice(0, end);
        if (label.IndexOf("ENCRYPTED".AsSpan()) >= 0 || key.IndexOf("ENCRYPTED".AsSpan()) >= 0 || CountOfKeyCharacters(key) < LeastKey)
            return null;
        // The first line is what is pointed at: the key itself may run over hundreds.
        return new("private-key", CredentialKind.PrivateKey, at, Begin.Length + dashes + 5, CredentialConfidence.High, "a private key that is not encrypted begins here");
    }

    private static CredentialMatch? PuttyFile(ReadOnlySpan<char> text, int at)
    {
        var rest = text.Slice(at, Math.Min(text.Length - at, MostKey));
        return rest.IndexOf("Encryption: none".AsSpan()) >= 0 && rest.IndexOf("Private-Lines:".AsSpan()) >= 0
            ? new("putty-private-key", CredentialKind.PrivateKey, at, Putty.Length, CredentialConfidence.High, "a PuTTY private key that is not encrypted begins here")
            : null;
    }

    // A test's "-----BEGIN PRIVATE KEY-----…" holds no key: what counts is the base64 between the lines, also when \n is written out.
    private static int CountOfKeyCharacters(ReadOnlySpan<char> key)
    {
        int longest = 0, run = 0;
        foreach (var c in key)
        {
            run = c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '+' or '/' or '=' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
