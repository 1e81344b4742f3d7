using System;

namespace SecretsAudit.Detection.Names;

/// <summary>Values that nothing but a machine writes, whatever marks of paths, prose or templates are in them.</summary>
internal static class MachineMade
{
    /// <summary>Whether letters of both cases, digits and many marks are mixed over a long value, as no prose, path or template does.</summary>
    public static bool IsScrambled(ReadOnlySpan<char> value)
    {
        const int Least = 32, LeastMarks = 8;
        if (value.Length < Least)
            return false;
        bool upper = false, lower = false, digit = false;
        int marks = 0, spaces = 0;
        foreach (var c in value)
        {
            upper |= char.IsUpper(c);
            lower |= char.IsLower(c);
            digit |= char.IsDigit(c);
            spaces += c == ' ' ? 1 : 0;
            marks += c is > ' ' and < '0' or > '9' and < 'A' or > 'Z' and < 'a' or > 'z' and <= '~' && c is not ('.' or '/' or '-' or '_' or ':' or '"') ? 1 : 0;
        }

        // An installer's conditions have as many marks, and spaces between them.
        return upper && lower && digit && marks >= LeastMarks && spaces * 16 <= value.Length && value.IndexOf("${".AsSpan()) < 0 && value.IndexOf("{{".AsSpan()) < 0 && WordLikeness.Share(value) < 0.6;
    }

    /// <summary>Whether a value has the shape of AWS's secret access keys: 40 characters of base64, in which slashes occur.</summary>
    public static bool IsSecretAccessKey(ReadOnlySpan<char> value)
    {
        if (value.Length != 40)
            return false;
        bool upper = false, lower = false, digit = false;
        foreach (var c in value)
        {
            upper |= c is >= 'A' and <= 'Z';
            lower |= c is >= 'a' and <= 'z';
            digit |= c is >= '0' and <= '9';
            if (c is not (>= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '0' and <= '9' or '+' or '/'))
                return false;
        }

        return upper && lower && digit;
    }
}
