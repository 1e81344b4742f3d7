using System;

namespace SecretsAudit.Detection.Names;

/// <summary>Values that say where something is: paths, URLs, settings, keys of a registry.</summary>
internal static class References
{
    // Paths, URLs, ARNs, settings' names, references to environment variables.
    public static bool Is(ReadOnlySpan<char> value, CredentialName promise)
    {
        // %kernel.project_dir%/config/jwt/private.pem: the key is in a file.
        if (value.IndexOfAny("/\\".AsSpan()) >= 0 && IsKeyFile(value))
            return true;
        // A character by its number, as style sheets have.
        if (value[0] == '\\' && value.Length <= 6)
            return true;
        if (value[0] is '/' or '~' or '\\' && value.Length > 2 && WordLikeness.Share(value) > 0.5 || value.StartsWith("./".AsSpan()) || value.StartsWith("../".AsSpan()) || value.StartsWith("arn:".AsSpan()) || value.StartsWith("unix:".AsSpan()) || value.StartsWith("xml:".AsSpan()))
            return true;
        if (value.IndexOf("://".AsSpan()) > 0 || (value.Length > 3 && value[1] == ':' && value[2] is '\\' or '/'))
            return true;
        // A package of the same repository, of a catalogue, under another name.
        if (value.StartsWith("workspace:".AsSpan()) || value.StartsWith("catalog:".AsSpan()) || value.StartsWith("npm:".AsSpan()))
            return true;
        if (value.StartsWith("HKLM:".AsSpan()) || value.StartsWith("HKCU:".AsSpan()) || value.StartsWith("HKEY_".AsSpan()))
            return true;
        if (value.StartsWith("env:".AsSpan(), StringComparison.OrdinalIgnoreCase) || value.StartsWith("process.env".AsSpan()) || value.StartsWith("os.environ".AsSpan()) || value.StartsWith("Environment.".AsSpan()))
            return true;
        // prod/payments/api/key, Acquirer:ClientSecret, SMTP_PASSWORD
        int slashes = 0, colons = 0, underscores = 0, lower = 0, digits = 0, other = 0;
        foreach (var c in value)
        {
            if (c == '/')
                slashes++;
            else if (c == ':')
                colons++;
            else if (c == '_')
                underscores++;
            else if (char.IsDigit(c))
                digits++;
            else if (char.IsLower(c))
                lower++;
            else if (!char.IsLetter(c) && c is not ('-' or '.'))
                other++;
        }

        if (other > 0 || MachineMade.IsSecretAccessKey(value))
            return false;
        var likeness = WordLikeness.Share(value);
        if ((slashes >= 1 || colons >= 1) && digits * 4 < value.Length && likeness > 0.55 && (slashes == 0 || slashes >= 2 || value.Length > 12 || (promise == CredentialName.Password && value.Length > 8 && digits + underscores == 0)))
            return true;
        if (value[0] is '-' or '/')
            return likeness > 0.5;
        return underscores > 0 && lower == 0 && digits * 3 < value.Length && likeness > 0.45;
    }

    private static bool IsKeyFile(ReadOnlySpan<char> value)
    {
        foreach (var ending in (ReadOnlySpan<string>)[".pem", ".key", ".crt", ".p12", ".pfx", ".jks", ".json", ".txt"])
        {
            if (value.EndsWith(ending.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
