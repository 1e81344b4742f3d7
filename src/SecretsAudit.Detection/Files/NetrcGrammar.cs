using System;
using System.Collections.Generic;

namespace SecretsAudit.Detection.Files;

/// <summary>Files of logins as curl, git and mail programs read them: <c>machine … login … password …</c>, words between white space, in quotes or not.</summary>
/// <remarks>https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html</remarks>
internal static class NetrcGrammar
{
    public static IEnumerable<NamedSpan> Pairs(string text)
    {
        (int Start, int Length) before = default;
        for (var at = 0; at < text.Length;)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
                at++;
            if (before.Length > 0 && at > start && text.AsSpan(before.Start, before.Length).SequenceEqual("password".AsSpan()))
            {
                var quotes = at - start > 2 && text[start] is '"' or '\'' && text[at - 1] == text[start] ? 1 : 0;
                yield return new(before.Start, before.Length, start + quotes, at - start - 2 * quotes);
            }

            before = (start, at - start);
        }
    }
}
