using System;
using System.Collections.Generic;
using SecretsAudit.Detection.Names;

namespace SecretsAudit.Detection.Structures;

/// <summary>Passwords and account keys in connection strings of <c>key=value;</c> pairs: ADO.NET, ODBC, Azure, Redis.</summary>
/// <remarks>https://learn.microsoft.com/dotnet/framework/data/adonet/connection-string-syntax</remarks>
internal static class ConnectionStrings
{
    private const int Window = 600;

    private static readonly string[] Secrets = ["Password", "password", "PASSWORD", "Pwd", "pwd", "PWD", "AccountKey", "SharedAccessKey", "sharedaccesskey", "accountkey"];

    // Another key of a connection string has to stand beside it: "Password=x" alone is a named value, and its name's to judge.
    private static readonly string[] Companions =
    [
        "server", "host", "data source", "datasource", "initial catalog", "database", "user id", "userid", "uid", "username", "user", "driver", "dsn", "dbname",
        "accountname", "defaultendpointsprotocol", "endpoint", "accountendpoint", "sharedaccesskeyname", "port", "integrated security",
        "trusted_connection", "ssl", "abortconnect", "hostname", "addr", "address", "network address", "provider",
    ];

    public static IReadOnlyList<TextStructure> All { get; } = Array.ConvertAll(Secrets, key => new TextStructure(key, Match));

    private static CredentialMatch? Match(ReadOnlySpan<char> text, int at)
    {
        if (at > 0 && text[at - 1] is not (';' or '"' or '\'' or ' ' or '\t' or '\n' or ',' or '>' or '&' or '{' or '}'))
            return null;
        var equals = at;
        while (equals < text.Length && IsLetter(text[equals]))
            equals++;
        // PasswordFile=…
        if (!IsSecret(text.Slice(at, equals - at)))
            return null;
        while (equals < text.Length && text[equals] == ' ')
            equals++;
        if (equals >= text.Length || text[equals] != '=' || !HasCompanion(text, at, equals))
            return null;

        var start = equals + 1;
        while (start < text.Length && text[start] == ' ')
            start++;
        var value = VariableDefault.Unwrap(Value(text, ref start), ref start);
        // "Username=100, Password=101" enumerates; "password=" + password + "]" is put together.
        if (value.Length < 2 || IsCode(text, start + value.Length) || IsYours(text, at) || (IsExplained(text, at) && Strength.Confidence(value) == CredentialConfidence.Low) || LookAlikes.IsExpression(value.Trim()) || (value.Length < 5 && int.TryParse(value.TrimEnd('.').ToString(), out var number) && number < 1000) || Placeholders.Is(value.TrimStart('\\').TrimEnd(" })".AsSpan())) && !WeakCredentials.IsYours(value) || Placeholders.Contains(value) || Examples.IsEmulatorKey(value) || SelfNames.IsVariableName(value))
            return null;
        return new("connection-string-password", CredentialKind.ConnectionString, start, value.Length, Strength.Confidence(value), "a connection string holds its password");
    }

    // connect(user="app", password=os.environ["…"]): an argument's value, up to the quote inside of it.
    private static bool IsCode(ReadOnlySpan<char> text, int end) => end < text.Length && text[end] is '"' or '\'' && text[end - 1] is '(' or '[';

    // <your-domain>.cache.example.net:6380,password=…: the whole is put together by the reader.
    private static bool IsYours(ReadOnlySpan<char> text, int at)
    {
        var before = text.Slice(Math.Max(0, at - Window), Math.Min(Window, at));
        return before.Slice(before.LastIndexOfAny("\n\"".AsSpan()) + 1).IndexOf("<your".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0;
    }

    // "If it is a server of one's own: 'server=https://…;password=…'", "#db=Host=…;Password=…": a text that shows how one is written.
    private static bool IsExplained(ReadOnlySpan<char> text, int at)
    {
        var before = text.Slice(Math.Max(0, at - Window), Math.Min(Window, at));
        before = before.Slice(before.LastIndexOfAny("\n\"".AsSpan()) + 1).TrimStart();
        if (before.Length > 0 && before[0] == '#')
            return true;
        var shown = before.IndexOf(": '".AsSpan());
        return shown > 0 && before.IndexOf('=') > shown && before.Slice(0, shown).IndexOf(' ') > 0 && before[0] != '-';
    }

    private static bool IsSecret(ReadOnlySpan<char> key)
    {
        foreach (var secret in Secrets)
        {
            if (key.Equals(secret.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> text, ref int start)
    {
        var rest = text.Slice(start, Math.Min(text.Length - start, Window));
        if (rest.Length > 1 && rest[0] is '\'' or '"' or '{')
        {
            var closing = rest.Slice(1).IndexOf(rest[0] == '{' ? '}' : rest[0]);
            if (closing >= 2 && rest[0] != '{')
            {
                start++;
                return rest.Slice(1, closing);
            }
        }

        // An empty one before the next option: password=,ssl=true
        if (rest.Length > 1 && rest[0] == ',' && char.IsLetter(rest[1]))
            return default;
        var end = rest.IndexOfAny(";\"'\r\n<".AsSpan());
        var value = end < 0 ? rest : rest.Slice(0, end);
        // libpq: the next pair stands behind a space.
        var space = value.IndexOf(' ');
        if (space > 0 && value.Slice(space).IndexOf('=') > 0)
            value = value.Slice(0, space).TrimEnd(',');
        // A form's next pair: ?user=app&password=…&ssl=true
        var pair = value.IndexOf('&');
        if (pair >= 0 && value.Slice(pair).IndexOf('=') > 1)
            value = value.Slice(0, pair);
        // Redis writes its options behind commas.
        var comma = value.IndexOf(',');
        if (comma > 0 && value.Slice(comma).IndexOf('=') > 0)
            value = value.Slice(0, comma);
        return value.TrimEnd();
    }

    private static bool HasCompanion(ReadOnlySpan<char> text, int key, int equals)
    {
        var first = key;
        while (first > 0 && key - first < Window && text[first - 1] is not ('\n' or '\r'))
            first--;
        var last = equals;
        while (last < text.Length && last - equals < Window && text[last] is not ('\n' or '\r'))
            last++;
        var line = text.Slice(first, last - first);
        // libpq's strings have spaces between the pairs: there it takes two others to tell them from a command.
        var wanted = line.IndexOfAny(";,".AsSpan()) >= 0 ? 1 : 2;
        if (IsBehindEndpoint(text, key))
            return true;
        for (var i = line.IndexOf('='); i >= 0;)
        {
            if (i != equals - first && i > 0 && EndsWithCompanion(line.Slice(0, i)) && --wanted == 0)
                return true;
            var next = line.Slice(i + 1).IndexOf('=');
            i = next < 0 ? -1 : i + 1 + next;
        }

        return false;
    }

    // Redis: cache.internal:6379,password=…
    private static bool IsBehindEndpoint(ReadOnlySpan<char> text, int key)
    {
        var at = key - 1;
        while (at >= 0 && text[at] is ' ' or ',')
            at--;
        var digits = 0;
        while (at >= 0 && text[at] is >= '0' and <= '9')
            (at, digits) = (at - 1, digits + 1);
        return digits is >= 2 and <= 5 && at > 0 && text[at] == ':' && char.IsLetterOrDigit(text[at - 1]) && text[at + digits + 1] == ',';
    }

    private static bool EndsWithCompanion(ReadOnlySpan<char> before)
    {
        const int Case = 'a' - 'A';
        before = before.TrimEnd();
        if (before.Length == 0)
            return false;
        var last = before[before.Length - 1] | Case;
        foreach (var companion in Companions)
        {
            if (companion[companion.Length - 1] == last && before.EndsWith(companion.AsSpan(), StringComparison.OrdinalIgnoreCase)
                && (before.Length == companion.Length || !IsLetter(before[before.Length - companion.Length - 1])))
                return true;
        }

        return false;
    }

    private static bool IsLetter(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z';
}
