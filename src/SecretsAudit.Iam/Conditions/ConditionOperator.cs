using System.Diagnostics.CodeAnalysis;

namespace SecretsAudit.Iam;

/// <summary>A condition operator as written: set qualifier, comparison, and whether an absent key satisfies it.</summary>
/// <param name="Qualifier">How the several values of a key are taken together.</param>
/// <param name="Comparison">What is compared.</param>
/// <param name="IfExists">Whether the operator ends in <c>IfExists</c>: an absent key satisfies it.</param>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"/>
public readonly record struct ConditionOperator(SetQualifier Qualifier, ConditionComparison Comparison, bool IfExists)
{
    private const string AllPrefix = "ForAllValues:";
    private const string AnyPrefix = "ForAnyValue:";
    private const string IfExistsSuffix = "IfExists";

    /// <summary>Whether the comparison holds when no value matches, as with <c>StringNotEquals</c>.</summary>
    public bool IsNegated => Comparison is ConditionComparison.StringNotEquals or ConditionComparison.StringNotEqualsIgnoreCase
        or ConditionComparison.StringNotLike or ConditionComparison.NumericNotEquals or ConditionComparison.DateNotEquals
        or ConditionComparison.NotIpAddress or ConditionComparison.ArnNotEquals or ConditionComparison.ArnNotLike;

    /// <summary>Reads an operator's name; case does not matter.</summary>
    public static bool TryParse(string name, out ConditionOperator parsed)
    {
        ArgumentNullException.ThrowIfNull(name);
        parsed = default;
        var rest = name.AsSpan();
        var qualifier = SetQualifier.None;
        if (Strip(ref rest, AllPrefix))
            qualifier = SetQualifier.ForAllValues;
        else if (Strip(ref rest, AnyPrefix))
            qualifier = SetQualifier.ForAnyValue;

        var ifExists = rest.EndsWith(IfExistsSuffix, StringComparison.OrdinalIgnoreCase);
        if (ifExists)
            rest = rest[..^IfExistsSuffix.Length];

        // TryParse of an enum would also take numbers.
        if (rest.IsEmpty || !char.IsAsciiLetter(rest[0]) || rest.Contains(',') || !Enum.TryParse<ConditionComparison>(rest, ignoreCase: true, out var comparison))
            return false;

        // Null already asks for existence; AWS refuses the suffix.
        if (comparison == ConditionComparison.Null && ifExists)
            return false;

        parsed = new(qualifier, comparison, ifExists);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        (Qualifier == SetQualifier.None ? "" : $"{Qualifier}:") + Comparison + (IfExists ? IfExistsSuffix : "");

    private static bool Strip(ref ReadOnlySpan<char> text, string prefix)
    {
        if (!text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            return false;
        text = text[prefix.Length..];
        return true;
    }
}

/// <summary>How a condition takes the several values of one key in the request.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html"/>
public enum SetQualifier
{
    /// <summary>No qualifier: the key has one value.</summary>
    None,

    /// <summary>Every value in the request must satisfy the comparison; a key without values does.</summary>
    ForAllValues,

    /// <summary>At least one value in the request must satisfy the comparison.</summary>
    ForAnyValue,
}

/// <summary>The comparisons of IAM's condition operators, with AWS's names.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"/>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "AWS's names.")]
public enum ConditionComparison
{
    /// <summary>Exact text, case matters.</summary>
    StringEquals,

    /// <summary>Not the exact text.</summary>
    StringNotEquals,

    /// <summary>Exact text, case aside.</summary>
    StringEqualsIgnoreCase,

    /// <summary>Not the text, case aside.</summary>
    StringNotEqualsIgnoreCase,

    /// <summary>Text with wildcards, case matters.</summary>
    StringLike,

    /// <summary>Not the text with wildcards.</summary>
    StringNotLike,

    /// <summary>Equal numbers.</summary>
    NumericEquals,

    /// <summary>Different numbers.</summary>
    NumericNotEquals,

    /// <summary>The request's number is smaller.</summary>
    NumericLessThan,

    /// <summary>The request's number is smaller or equal.</summary>
    NumericLessThanEquals,

    /// <summary>The request's number is greater.</summary>
    NumericGreaterThan,

    /// <summary>The request's number is greater or equal.</summary>
    NumericGreaterThanEquals,

    /// <summary>The same instant.</summary>
    DateEquals,

    /// <summary>Another instant.</summary>
    DateNotEquals,

    /// <summary>The request's instant is earlier.</summary>
    DateLessThan,

    /// <summary>The request's instant is earlier or the same.</summary>
    DateLessThanEquals,

    /// <summary>The request's instant is later.</summary>
    DateGreaterThan,

    /// <summary>The request's instant is later or the same.</summary>
    DateGreaterThanEquals,

    /// <summary>The same truth value.</summary>
    Bool,

    /// <summary>The same bytes, written in base64.</summary>
    BinaryEquals,

    /// <summary>An address inside the range.</summary>
    IpAddress,

    /// <summary>An address outside the range.</summary>
    NotIpAddress,

    /// <summary>An ARN, part by part, with wildcards; AWS treats it like <see cref="ArnLike"/>.</summary>
    ArnEquals,

    /// <summary>Not the ARN.</summary>
    ArnNotEquals,

    /// <summary>An ARN, part by part, with wildcards.</summary>
    ArnLike,

    /// <summary>Not the ARN.</summary>
    ArnNotLike,

    /// <summary>Whether the key is absent.</summary>
    Null,
}
