using System.Text;

namespace SecretsAudit.Iam.Tests.Reference;

/// <summary>Wildcards and policy variables, as plainly as they can be written.</summary>
internal static class ReferenceText
{
    // Stand for a literal '*', '?' or '$' once variables are replaced.
    private const char Star = '\uE000';
    private const char Question = '\uE001';

    /// <summary>Whether a pattern of <c>*</c> and <c>?</c> matches a whole text.</summary>
    public static bool Like(string pattern, string text)
    {
        if (pattern.Length == 0)
            return text.Length == 0;
        if (pattern[0] == '*')
            return Like(pattern[1..], text) || (text.Length > 0 && Like(pattern, text[1..]));
        if (text.Length == 0)
            return false;
        return (pattern[0] == '?' || Plain(pattern[0]) == text[0]) && Like(pattern[1..], text[1..]);
    }

    public static bool Same(string pattern, string text) => new string([.. pattern.Select(Plain)]) == text;

    public static bool SameFolded(string pattern, string text) => string.Equals(new string([.. pattern.Select(Plain)]), text, StringComparison.OrdinalIgnoreCase);

    /// <summary>ARNs part by part; missing parts of the pattern are stars.</summary>
    /// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN</remarks>
    public static bool LikeArn(string pattern, string text)
    {
        if (pattern.All(character => character == '*') && pattern.Length > 0)
            return true;
        var wanted = pattern.Split(':', 6).ToList();
        while (wanted.Count < 6)
            wanted.Add("*");
        var given = text.Split(':', 6);
        return given.Length == 6 && given[0] == "arn" && Enumerable.Range(0, 6).All(i => Like(wanted[i], given[i]));
    }

    /// <summary>Replaces <c>${key}</c> and <c>${key, 'default'}</c>; null when a variable has no value.</summary>
    /// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html</remarks>
    public static string? Replace(string text, ReferenceRequest request)
    {
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '$' || i + 1 >= text.Length || text[i + 1] != '{')
            {
                result.Append(text[i]);
                continue;
            }

            var end = text.IndexOf('}', i);
            var body = text[(i + 2)..end];
            if (body is "*" or "?" or "$")
            {
                result.Append(body == "*" ? Star : body == "?" ? Question : '$');
            }
            else
            {
                var halves = body.Split(',');
                var value = request.Context.TryGetValue(halves[0].Trim().ToLowerInvariant(), out var values) && values.Length == 1
                    ? values[0]
                    : halves.Length > 1 ? halves[1].Trim().Trim('\'') : null;
                if (value == null)
                    return null;
                result.Append(value.Replace('*', Star).Replace('?', Question));
            }

            i = end;
        }

        return result.ToString();
    }

    private static char Plain(char character) => character switch
    {
        Star => '*',
        Question => '?',
        _ => character,
    };
}
