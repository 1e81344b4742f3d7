using System;

namespace SecretsAudit.Detection.Names;

/// <summary>
/// The value that a reference to a variable brings along for when the variable is not set: <c>${DB_PASSWORD:-value}</c> of shells and Compose,
/// <c>${DB_PASSWORD:value}</c> of Spring.
/// </summary>
/// <remarks>
/// https://docs.docker.com/reference/compose-file/interpolation/ and
/// https://docs.spring.io/spring-boot/reference/features/external-config.html#features.external-config.files.property-placeholders
/// </remarks>
internal static class VariableDefault
{
    /// <summary>Where in the text the default stands, when the text is one reference with a default and nothing else; otherwise null.</summary>
    public static (int Start, int Length)? Find(ReadOnlySpan<char> text)
    {
        // $${NAME:-value}: in a compose file the container's shell is to see it.
        if (text.Length > 5 && text[0] == '$' && text[1] == '$')
            return Find(text.Slice(1)) is { } inner ? (inner.Start + 1, inner.Length) : null;
        if (text.Length < 5 || text[0] != '$' || text[1] != '{' || text[text.Length - 1] != '}')
            return null;
        int end = 2, upper = 0, dots = 0;
        for (; end < text.Length && (text[end] is '_' or '.' || IsLetterOrDigit(text[end])); end++)
        {
            upper += text[end] is >= 'A' and <= 'Z' ? 1 : 0;
            dots += text[end] == '.' ? 1 : 0;
        }

        // ${database-password} is a name with a hyphen: a shell's variable is written in capitals, and most put a colon before the hyphen.
        var isShells = (text[end] == '-' && upper > 0) || (text[end] == ':' && text[end + 1] == '-');
        var start = end + (text[end] == ':' && isShells ? 2 : 1);
        // ${self:custom.password}, ${ssm:/path}: other tools write where the value is kept behind the colon.
        var isSprings = text[end] == ':' && text[start] is not ('?' or '+' or '=' or '/') && (upper > 0 || dots > 0);
        return end > 2 && (isShells || isSprings) && start < text.Length - 1 ? (start, text.Length - 1 - start) : null;
    }

    /// <summary>The default, when the value is a reference with one, and otherwise the value; with where it starts.</summary>
    public static ReadOnlySpan<char> Unwrap(ReadOnlySpan<char> value, ref int start)
    {
        if (Find(value) is not { } place)
            return value;
        start += place.Start;
        return value.Slice(place.Start, place.Length);
    }

    private static bool IsLetterOrDigit(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9';
}
