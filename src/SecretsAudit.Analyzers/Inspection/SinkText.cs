using SecretsAudit.Analyzers.Sinks;

namespace SecretsAudit.Analyzers.Inspection;

/// <summary>Tells a weak credential from what stands for one, where a known API takes it.</summary>
internal static class SinkText
{
    private static readonly string[] Standing = ["your", "placeholder", "insert", "replace", "todo", "changeme", "change-me", "change_me", "change this", "example", "secretname", "redacted", "dummy"];

    public static bool IsReal(string text, SinkKind kind)
    {
        var trimmed = text.Trim();
        if (trimmed.Length < (kind is SinkKind.Authorization ? 12 : 3) || IsRepeated(trimmed) || bool.TryParse(trimmed, out _))
            return false;
        if (trimmed[0] is '<' or '{' or '[' or '%' or '$' or '@' or '#' && trimmed[trimmed.Length - 1] is '>' or '}' or ']' or '%' or ')' or '#')
            return false;

        var spaces = trimmed.Count(static unit => unit is ' ');
        if (spaces > (kind is SinkKind.Key ? 12 : 3) || (kind is SinkKind.Authorization && spaces > 0))
            return false;

        // "POP3 server password": what belongs there.
        if (spaces > 0 && kind is SinkKind.Password && trimmed.EndsWith("password", StringComparison.OrdinalIgnoreCase))
            return false;

        var lower = trimmed.ToLowerInvariant();
        return !Standing.Any(word => lower.Contains(word));
    }

    private static bool IsRepeated(string text)
    {
        foreach (var unit in text)
        {
            if (unit != text[0])
                return false;
        }

        return text[0] is '*' or 'x' or 'X' or '.' or '-' or '_' or '?' or '0';
    }
}
