using System.Collections.Frozen;

namespace SecretsAudit.Iam.Checks;

/// <summary>Which operators fit the global condition keys.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html"/>
internal static class OperatorFit
{
    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["aws:CurrentTime"] = "a date",
        ["aws:TokenIssueTime"] = "a date",
        ["aws:EpochTime"] = "a date or number",
        ["aws:MultiFactorAuthAge"] = "a number",
        ["aws:SourceIp"] = "an address",
        ["aws:VpcSourceIp"] = "an address",
        ["aws:MultiFactorAuthPresent"] = "a truth value",
        ["aws:SecureTransport"] = "a truth value",
        ["aws:PrincipalIsAWSService"] = "a truth value",
        ["aws:ViaAWSService"] = "a truth value",
        ["aws:AssumedRoot"] = "a truth value",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Texts =
    [
        "aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalType", "aws:PrincipalServiceName", "aws:userid", "aws:username", "aws:SourceArn", "aws:SourceAccount",
        "aws:SourceOrgID", "aws:SourceOrgPaths", "aws:SourceVpc", "aws:SourceVpce", "aws:Referer", "aws:UserAgent", "aws:RequestedRegion", "aws:TagKeys", "aws:CalledVia",
    ];

    /// <summary>Why the operator does not fit the key; null when it does, or when the key's type is not known.</summary>
    public static string? Misfit(PolicyCondition condition)
    {
        if (condition.Operator.Comparison == ConditionComparison.Null)
            return null;
        if (!Types.TryGetValue(condition.Key, out var type) && !Texts.Contains(condition.Key, StringComparer.OrdinalIgnoreCase))
            return null;

        var fits = type switch
        {
            "a date" => condition.Operator.Comparison is >= ConditionComparison.DateEquals and <= ConditionComparison.DateGreaterThanEquals,
            "a date or number" => condition.Operator.Comparison is >= ConditionComparison.NumericEquals and <= ConditionComparison.DateGreaterThanEquals,
            "a number" => condition.Operator.Comparison is >= ConditionComparison.NumericEquals and <= ConditionComparison.NumericGreaterThanEquals,
            "an address" => condition.Operator.Comparison is ConditionComparison.IpAddress or ConditionComparison.NotIpAddress,
            "a truth value" => condition.Operator.Comparison == ConditionComparison.Bool,
            _ => condition.Operator.Comparison is <= ConditionComparison.StringNotLike or >= ConditionComparison.ArnEquals and <= ConditionComparison.ArnNotLike,
        };
        return fits ? null : $"{condition.Key} is {type ?? "a text"}; {condition.Operator} compares it as something else.";
    }
}
