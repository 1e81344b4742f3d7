using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using SecretsAudit.Detection.Files;
using SecretsAudit.Detection.Formats;
using SecretsAudit.Detection.Names;

namespace SecretsAudit.Detection;

/// <summary>Names and values of JSON that a program's literals hold: <c>"{\"Password\": \"…\"}"</c>, with the quotes doubled, escaped, or as they are in a raw literal.</summary>
public static class EmbeddedPairs
{
    /// <summary>Finds the pairs whose name promises a credential, each as the places of its name and of its value. What is a literal is for the caller to say.</summary>
    /// <param name="source">A program's source.</param>
    /// <returns>The pairs, in the order of the source.</returns>
    [MethodImpl(HotCode.AtOnce)]
    public static IReadOnlyList<(int Name, int NameLength, int Value, int ValueLength)> Find(string source)
    {
        if (source is null)
            throw new ArgumentNullException(nameof(source));
        List<(int, int, int, int)>? found = null;
        // A quote before a colon: a name's end. In C# outside of literals it is a case's or a condition's.
        for (var at = source.IndexOf('"'); at >= 0 && at + 1 < source.Length; at = source.IndexOf('"', at + 1))
        {
            var colon = at + 1;
            while (colon < source.Length && source[colon] is ' ')
                colon++;
            if (colon >= source.Length || source[colon] != ':')
                continue;
            var lineStart = source.LastIndexOf('\n', at) + 1;
            var lineEnd = source.IndexOf('\n', at);
            if (lineEnd < 0)
                lineEnd = source.Length;
            if (CredentialStems.Next(source.AsSpan(lineStart, lineEnd - lineStart), 0) >= 0)
            {
                foreach (var pair in LineGrammar.QuotedInLine(source, lineStart, lineEnd - lineStart))
                {
                    if (pair.Length < NamedValue.ShortestValue || !pair.IsCredential(source))
                        continue;
                    (found ??= []).Add((pair.Name.Start, pair.Name.Length, pair.Start, pair.Length));
                }
            }

            at = lineEnd - 1;
        }

        return found is null ? [] : found;
    }
}
