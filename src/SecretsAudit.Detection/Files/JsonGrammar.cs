using System;
using System.Collections.Generic;
using SecretsAudit.Detection.Names;

namespace SecretsAudit.Detection.Files;

/// <summary>Keys and string values of JSON, with comments, trailing commas, and whatever else people write: it reads tokens and asks for no whole document.</summary>
internal static class JsonGrammar
{
    private const int DeepestPath = 32;

    private static readonly string[] SplitKeys = ["name", "Name", "key", "Key", "variable", "ParameterKey"];

    private static readonly string[] SplitValues = ["value", "Value", "ParameterValue"];

    public static IEnumerable<NamedSpan> Pairs(string text)
    {
        var path = new List<(int Start, int Length)>();
        (int Start, int Length)? key = null;
        (int Start, int Length) pending = default;
        var at = 0;
        var isDescription = ApiDescriptions.Is(text);
        var example = int.MaxValue;
        while (at < text.Length)
        {
            switch (text[at])
            {
                case '"':
                    var start = at + 1;
                    var end = EndOfString(text, start);
                    at = end + 1;
                    if (IsKey(text, at))
                    {
                        key = (start, end - start);
                    }
                    else if (path.Count >= example)
                    {
                        key = null;
                    }
                    else
                    {
                        // A string in a list stands under the list's key.
                        var above = path.Count > 0 ? path[path.Count - 1] : default;
                        if (key is { } split && YamlGrammar.IsOneOf(text.AsSpan(split.Start, split.Length), SplitKeys) && end - start < 200)
                            pending = (start, end - start);
                        if (key is { } half && pending.Length > 0 && YamlGrammar.IsOneOf(text.AsSpan(half.Start, half.Length), SplitValues))
                        {
                            // { "name": "DB_PASSWORD", "value": … }
                            yield return new(pending.Start, pending.Length, start, end - start);
                            pending = default;
                        }
                        else if (key is { } own)
                            yield return new(own.Start, own.Length, start, end - start, above.Start, above.Length);
                        else if (above.Length > 0)
                            yield return new(above.Start, above.Length, start, end - start);
                        key = null;
                        // "config": "{\"auth\": \"…\"}"
                        if (HoldsQuotes(text.AsSpan(start, Math.Min(end, text.Length) - start)))
                        {
                            foreach (var pair in LineGrammar.QuotedInLine(text, start, Math.Min(end, text.Length) - start))
                                yield return pair;
                        }

                        // "commandLineArgs": "--password …", "Env": ["DB_PASSWORD=…"]
                        if (IsCommand(text.AsSpan(start, Math.Min(end, text.Length) - start)))
                        {
                            foreach (var flag in LineGrammar.Variables(text, start, Math.Min(end, text.Length) - start))
                                yield return flag;
                        }
                    }

                    break;
                case '{' or '[':
                    if (isDescription && path.Count < example && key is { } described && ApiDescriptions.IsExample(text.AsSpan(described.Start, described.Length)))
                        example = path.Count + 1;
                    // What stands in a list stands under the list's key: "ClientSecrets": [ { "Value": … } ].
                    if (path.Count < DeepestPath)
                        path.Add(key ?? (text[at] == '{' && path.Count > 0 ? path[path.Count - 1] : default));
                    key = null;
                    at++;
                    break;
                case '}' or ']':
                    pending = default;
                    if (path.Count > 0)
                        path.RemoveAt(path.Count - 1);
                    if (path.Count < example)
                        example = int.MaxValue;
                    key = null;
                    at++;
                    break;
                case '/' when at + 1 < text.Length && text[at + 1] == '/':
                    at = text.IndexOf('\n', at) is >= 0 and var line ? line : text.Length;
                    break;
                case '/' when at + 1 < text.Length && text[at + 1] == '*':
                    at = text.IndexOf("*/", at + 2, StringComparison.Ordinal) is >= 0 and var close ? close + 2 : text.Length;
                    break;
                case ',':
                    key = null;
                    at++;
                    break;
                default:
                    at++;
                    break;
            }
        }
    }

    private static int EndOfString(string text, int at)
    {
        while (at < text.Length)
        {
            var mark = text.AsSpan(at).IndexOfAny('"', '\\', '\n');
            if (mark < 0)
                return text.Length;
            at += mark;
            if (text[at] != '\\')
                return at;
            at += 2;
        }

        return text.Length;
    }

    private static bool HoldsQuotes(ReadOnlySpan<char> value) => value.IndexOf('\\') >= 0 && value.IndexOf("\\\"".AsSpan()) >= 0 && CredentialStems.Next(value, 0) >= 0;

    private static bool IsCommand(ReadOnlySpan<char> value) => (value.IndexOf('=') > 0 || (value.IndexOf('-') >= 0 && value.IndexOf("--".AsSpan()) >= 0)) && CredentialStems.Next(value, 0) >= 0;

    private static bool IsKey(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at < text.Length && text[at] == ':';
    }
}
