using System;
using System.Collections.Generic;
using System.Linq;
using SecretsAudit.Detection.Names;

namespace SecretsAudit.Detection.Structures;

/// <summary>Passwords that commands are given by a flag whose name does not say so: <c>sshpass -p …</c>, <c>curl -u user:…</c>, <c>sqlcmd -P …</c>.</summary>
/// <remarks>Each command's manual page names the flag. A flag that says it, as <c>--password …</c>, is read by the grammar of lines.</remarks>
internal static class CommandPasswords
{
    private const int MostLine = 1000;

    private enum Value
    {
        /// <summary>The flag's value is the password: <c>-p secret</c>, <c>-psecret</c>.</summary>
        Password,

        /// <summary>It is joined to the flag, as what follows after a space is something else: <c>-psecret</c>.</summary>
        Joined,

        /// <summary>It is user and password: <c>-u user:secret</c>.</summary>
        Pair,

        /// <summary>It says that a password follows: <c>-passin pass:secret</c>.</summary>
        Source,
    }

    public static IReadOnlyList<TextStructure> All { get; } =
    [
        .. Command(["sshpass"], Value.Password, "-p"),
        .. Command(["curl", "Curl"], Value.Pair, "-u", "--user", "-U", "--proxy-user"),
        .. Command(["psexec", "PsExec", "PSEXEC"], Value.Password, "-p"),
        .. Command(["mysql", "mysqldump", "mysqladmin", "mariadb"], Value.Joined, "-p"),
        .. Command(["plink", "pscp", "psftp"], Value.Password, "-pw"),
        .. Command(["sqlcmd", "osql", "bcp"], Value.Password, "-P"),
        .. Command(["redis-cli"], Value.Password, "-a"),
        .. Command(["ldapsearch", "ldapadd", "ldapmodify", "ldapwhoami", "ldapdelete"], Value.Password, "-w"),
        .. Command(["docker login", "podman login", "helm registry login", "oc login", "az acr login"], Value.Password, "-p"),
        .. Command(["npm login", "npm adduser"], Value.Password, "-p"),
        .. Command(["openssl"], Value.Source, "-pass", "-passin", "-passout"),
        .. Command(["smbclient"], Value.Pair, "-U"),
    ];

    private static IEnumerable<TextStructure> Command(string[] names, Value value, params string[] flags) =>
        names.Select(name => new TextStructure(name, (text, at) => Match(text, at, name, value, flags)));

    private static CredentialMatch? Match(ReadOnlySpan<char> text, int at, string command, Value value, string[] flags)
    {
        if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '_' or '-' or '.'))
            return null;
        var next = at + command.Length;
        if (text.Slice(next).StartsWith(".exe".AsSpan(), StringComparison.OrdinalIgnoreCase))
            next += 4;
        if (next >= text.Length || text[next] is not (' ' or '\t' or '"' or '\''))
            return null;
        var words = new CommandWords(text.Slice(0, Math.Min(text.Length, at + MostLine)), next);
        while (words.MoveNext())
        {
            foreach (var flag in flags)
            {
                var word = text.Slice(words.Start, words.Length);
                if (!word.StartsWith(flag.AsSpan(), StringComparison.Ordinal))
                    continue;
                var (start, length) = (words.Start + flag.Length, words.Length - flag.Length);
                if (length > 0 && flag.StartsWith("--", StringComparison.Ordinal) && text[start] == '=')
                    (start, length) = (start + 1, length - 1);
                else if (length > 0 && (flag.Length > 2 || value == Value.Source))
                    continue;
                if (length == 0)
                {
                    if (value == Value.Joined || !words.MoveNext())
                        return null;
                    (start, length) = (words.Start, words.Length);
                }

                return Judge(text, command, value, start, length);
            }
        }

        return null;
    }

    private static CredentialMatch? Judge(ReadOnlySpan<char> text, string command, Value value, int start, int length)
    {
        if (length > 3 && text.Slice(start, length).StartsWith("\\\"".AsSpan()) && text.Slice(start, length).EndsWith("\\\"".AsSpan()))
            (start, length) = (start + 2, length - 4);
        else if (length > 1 && text[start] is '"' or '\'' && text[start + length - 1] == text[start])
            (start, length) = (start + 1, length - 2);
        var password = text.Slice(start, length);
        var skipped = value switch
        {
            // -u ":secret"; -u "key:" of services that take their key for a name.
            Value.Pair when password.IndexOf(':') is >= 0 and var colon && colon < password.Length - 1 => colon + 1,
            Value.Pair when password.Length > 12 && Strength.IsMixed(password.Slice(0, password.Length - 1)) && password[password.Length - 1] == ':' => 0,
            Value.Pair when command == "smbclient" && password.IndexOf('%') is > 0 and var percent => percent + 1,
            Value.Source when password.StartsWith("pass:".AsSpan()) => 5,
            Value.Pair or Value.Source => -1,
            _ => 0,
        };
        if (skipped == 0 && value == Value.Pair)
            password = password.Slice(0, password.Length - 1);
        else if (skipped < 0 || (value == Value.Pair && Examples.IsExampleUser(password.Slice(0, skipped - 1), password.Slice(skipped))))
            return null;
        // kevin:'…', pass:"…"
        var quotes = value is Value.Pair or Value.Source && password.Length > skipped && password[skipped] is '"' or '\'' ? 1 : 0;
        password = password.Slice(skipped + quotes).TrimEnd("\"'".AsSpan());
        return password.Length == 0 || password.TrimStart("\"' ".AsSpan()).StartsWith("+ ".AsSpan()) || password[0] is '-' or '$' or '%' or '<' or '{' or '(' or '`'
            ? null
            : NamedValue.JudgePassword(text, start + skipped + quotes, password.Length, "command-password", $"the command '{command}' is given a password", ValueSetting.Configuration);
    }
}
