using System;
using System.Collections.Generic;
using System.Text;
using SecretsAudit.Detection.Names;

namespace SecretsAudit.Detection.Files;

/// <summary>The values of Kubernetes manifests of kind Secret, which are encoded in base64 and not encrypted.</summary>
/// <remarks>https://kubernetes.io/docs/concepts/configuration/secret/</remarks>
internal static class KubernetesSecrets
{
    private const int MostValue = 20_000;

    private static readonly WordSet Harmless = new("user", "username", "host", "hostname", "port", "database", "dbname", "name", "email", "url", "uri", "endpoint", "type", "region", "namespace", "ca.crt", "tls.crt", "cert", "certificate", "ca");

    /// <summary>Finds them, each with its key.</summary>
    public static IEnumerable<(CredentialMatch Match, string Key)> Find(string text)
    {
        if (text.IndexOf("kind:", StringComparison.Ordinal) < 0 || text.IndexOf("Secret", StringComparison.OrdinalIgnoreCase) < 0)
            yield break;
        var document = new List<(int Start, int Length)>();
        foreach (var line in LineGrammar.Lines(text))
        {
            if (!text.AsSpan(line.Start, line.Length).StartsWith("---".AsSpan()))
            {
                document.Add(line);
                continue;
            }

            foreach (var found in FindInDocument(text, document))
                yield return found;
            document.Clear();
        }

        foreach (var found in FindInDocument(text, document))
            yield return found;
    }

    private static IEnumerable<(CredentialMatch Match, string Key)> FindInDocument(string text, List<(int Start, int Length)> lines)
    {
        if (!lines.Exists(line => IsKindSecret(text.AsSpan(line.Start, line.Length))))
            yield break;
        var dataIndent = -1;
        string? key = null;
        foreach (var (start, length) in lines)
        {
            var indent = 0;
            while (indent < length && text[start + indent] is ' ' or '\t')
                indent++;
            var line = text.AsSpan(start + indent, length - indent).TrimEnd();
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (dataIndent < 0 || indent <= dataIndent)
            {
                dataIndent = line.SequenceEqual("data:".AsSpan()) ? indent : -1;
                key = null;
                continue;
            }

            var colon = line.IndexOf(':');
            var value = line;
            if (colon > 0)
            {
                key = line.Slice(0, colon).Trim("\"' ".AsSpan()).ToString();
                value = line.Slice(colon + 1);
            }

            if (key is null)
                continue;
            var (offset, size, confidence) = Judge(key, value);
            if (size == 0)
                continue;
            yield return (new("kubernetes-secret", CredentialKind.NamedValue, start + indent + (line.Length - value.Length) + offset, size, confidence, "a manifest of kind Secret holds the value, only encoded"), key);
            key = null;
        }
    }

    private static (int Offset, int Length, CredentialConfidence Confidence) Judge(string key, ReadOnlySpan<char> value)
    {
        var offset = 0;
        while (offset < value.Length && value[offset] is ' ' or '"' or '\'')
            offset++;
        var encoded = value.Slice(offset).TrimEnd("\"' ".AsSpan());
        if (encoded.Length is < 8 or > MostValue || encoded.Length % 4 != 0 || IsHarmless(key.AsSpan()))
            return default;
        string decoded;
        try
        {
            decoded = Encoding.UTF8.GetString(Convert.FromBase64String(encoded.ToString()));
        }
        catch (FormatException)
        {
            return default;
        }

        var plain = decoded.AsSpan().Trim();
        if (plain.Length < NamedValue.ShortestValue || plain.StartsWith("-----BEGIN CERTIFICATE".AsSpan()))
            return default;
        // .dockerconfigjson, credentials.json
        if (plain[0] == '{')
            return plain.IndexOf("\"auth\":\"".AsSpan()) > 0 || CredentialFile.ScanText("value.json", decoded).Count > 0 ? (offset, encoded.Length, CredentialConfidence.Medium) : default;
        if (Placeholders.Is(plain) || Examples.IsDocumented(plain) && plain.Length > 12)
            return default;
        var confidence = NamedValue.Judge(key, plain, ValueSetting.Configuration)?.Confidence ?? (plain.IndexOf("PRIVATE KEY-----".AsSpan()) > 0 ? CredentialConfidence.High : CredentialConfidence.Low);
        return (offset, encoded.Length, confidence);
    }

    // username, apiAddress, auth.username_in, storageaccountname, POSTGRES_DB
    private static bool IsHarmless(ReadOnlySpan<char> key)
    {
        if (Harmless.Contains(key))
            return true;
        if (key.EndsWith("_in".AsSpan()))
            key = key.Slice(0, key.Length - 3);
        foreach (var ending in (ReadOnlySpan<string>)["name", "address", "user", "_db", "-db", "host", "port"])
        {
            if (key.EndsWith(ending.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsKindSecret(ReadOnlySpan<char> line) =>
        line.TrimStart().StartsWith("kind:".AsSpan()) && line.TrimStart().Slice("kind:".Length).Trim().Trim("\"'".AsSpan()).Equals("Secret".AsSpan(), StringComparison.OrdinalIgnoreCase);
}
