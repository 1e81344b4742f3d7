using System.Diagnostics.CodeAnalysis;

namespace SecretsAudit.Iam.Matching;

internal enum AtomKind
{
    Character,
    AnyOne,
    AnyRun,
    Variable,
}

/// <summary>A reference such as <c>${aws:PrincipalTag/team, 'none'}</c>.</summary>
internal sealed record PolicyVariable(string Key, string? Default);

/// <summary>One element of a pattern: a character, <c>?</c>, <c>*</c>, or a policy variable.</summary>
internal readonly record struct PatternAtom(AtomKind Kind, char Character = '\0', PolicyVariable? Variable = null)
{
    /// <summary>Splits a pattern's text into atoms.</summary>
    /// <param name="text">The text as the policy has it.</param>
    /// <param name="wildcards">Whether <c>*</c> and <c>?</c> are wildcards here.</param>
    /// <param name="variables">Whether <c>${…}</c> is a variable here: only from version 2012-10-17 on.</param>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html"/>
    public static List<PatternAtom> Split(string text, bool wildcards, bool variables)
    {
        var atoms = new List<PatternAtom>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (variables && text[i] == '$' && i + 1 < text.Length && text[i + 1] == '{' && TryVariable(text, i + 2, out var atom, out var end))
            {
                atoms.Add(atom);
                i = end;
            }
            else
            {
                atoms.Add(text[i] switch
                {
                    '*' when wildcards => new(AtomKind.AnyRun),
                    '?' when wildcards => new(AtomKind.AnyOne),
                    var other => new(AtomKind.Character, other),
                });
            }
        }

        return atoms;
    }

    /// <summary>The atoms with <c>*</c> for every variable: what they match for some value of the variables, and perhaps more.</summary>
    public static List<PatternAtom> Relaxed(List<PatternAtom> atoms) => atoms.ConvertAll(atom => atom.Kind == AtomKind.Variable ? new(AtomKind.AnyRun) : atom);

    /// <summary>Whether the text has a <c>${</c> that does not form a variable.</summary>
    public static bool HasBrokenVariable(string text)
    {
        for (var i = text.IndexOf("${", StringComparison.Ordinal); i >= 0; i = text.IndexOf("${", i + 2, StringComparison.Ordinal))
        {
            if (!TryVariable(text, i + 2, out _, out _))
                return true;
        }

        return false;
    }

    // Reads from behind "${" up to the closing brace; "${*}", "${?}" and "${$}" are the characters themselves.
    private static bool TryVariable(string text, int start, out PatternAtom atom, out int end)
    {
        atom = default;
        end = text.IndexOf('}', start);
        if (end <= start)
            return false;

        var body = text.AsSpan(start, end - start);
        if (body is "*" or "?" or "$")
        {
            atom = new(AtomKind.Character, body[0]);
            return true;
        }

        string? fallback = null;
        var comma = body.IndexOf(',');
        if (comma >= 0)
        {
            if (!TryQuoted(text, start + comma + 1, out fallback, out end))
                return false;
            body = body[..comma];
        }

        var key = body.Trim();
        if (key.IsEmpty || !key.Contains(':'))
            return false;

        atom = new(AtomKind.Variable, Variable: new PolicyVariable(key.ToString(), fallback));
        return true;
    }

    private static bool TryQuoted(string text, int start, [NotNullWhen(true)] out string? value, out int end)
    {
        value = null;
        end = -1;
        while (start < text.Length && text[start] == ' ')
            start++;
        if (start >= text.Length || text[start] != '\'')
            return false;

        var close = text.IndexOf('\'', start + 1);
        if (close < 0)
            return false;

        end = close + 1;
        while (end < text.Length && text[end] == ' ')
            end++;
        if (end >= text.Length || text[end] != '}')
            return false;

        value = text[(start + 1)..close];
        return true;
    }
}
