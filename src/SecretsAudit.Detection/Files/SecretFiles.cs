using System;
using System.Collections.Generic;
using System.IO;

namespace SecretsAudit.Detection.Files;

/// <summary>Files that hold credentials without a name, and are known by their own: PostgreSQL's <c>.pgpass</c>, the master key of Rails.</summary>
/// <remarks>https://www.postgresql.org/docs/current/libpq-pgpass.html, https://guides.rubyonrails.org/security.html#custom-credentials</remarks>
internal static class SecretFiles
{
    private const int MasterKey = 32;

    /// <summary>Finds them, each with the name that it would stand under.</summary>
    public static IEnumerable<(CredentialMatch Match, string Name)> Find(string path, string text)
    {
        var name = Path.GetFileName(path.Replace('\\', '/')).ToLowerInvariant();
        if (name is ".pgpass" or "pgpass.conf" or "pgpass")
            return Passwords(text);
        return name == "master.key" && RailsKey(text) is { } key ? [(key, "master.key")] : [];
    }

    // host:port:database:user:password
    private static IEnumerable<(CredentialMatch Match, string Name)> Passwords(string text)
    {
        foreach (var (start, length) in LineGrammar.Lines(text))
        {
            if (text[start] == '#')
                continue;
            var at = start;
            for (var field = 0; field < 4 && at > 0; field++)
                at = text.IndexOf(':', at, start + length - at) + 1;
            if (at > start && at < start + length && NamedValue.Judge("password", text.AsSpan(at, start + length - at), ValueSetting.DevelopmentConfiguration) is { } match)
                yield return (match.Shift(at), "password");
        }
    }

    private static CredentialMatch? RailsKey(string text)
    {
        var key = text.AsSpan().Trim();
        if (key.Length != MasterKey)
            return null;
        foreach (var c in key)
        {
            if (c is not (>= '0' and <= '9' or >= 'a' and <= 'f'))
                return null;
        }

        return new("rails-master-key", CredentialKind.CryptographicKey, text.Length - text.AsSpan().TrimStart().Length, MasterKey, CredentialConfidence.High, "the file 'master.key' holds the key to a Rails application's credentials");
    }
}
