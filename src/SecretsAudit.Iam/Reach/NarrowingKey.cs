using System.Collections.Frozen;
using SecretsAudit.Iam.Conditions;

namespace SecretsAudit.Iam.Reach;

/// <summary>
/// The condition keys whose values a stranger cannot choose, each with the test that a value names a fixed set: an account, an organisation,
/// a network. Every other key (a header, a tag, a user agent) is in the caller's hands and narrows nothing.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"/>
internal static class NarrowingKey
{
    // AWS calls broader ranges public.
    private const int BroadestV4 = 8;
    private const int BroadestV6 = 32;

    private static readonly FrozenDictionary<string, Func<string, ConditionOperator, bool>> Keys =
        new Dictionary<string, Func<string, ConditionOperator, bool>>
        {
            ["aws:PrincipalOrgID"] = IsPlain,
            ["aws:PrincipalOrgPaths"] = IsOrganizationPath,
            ["aws:PrincipalAccount"] = IsPlain,
            ["aws:PrincipalArn"] = IsArnOfAccount,
            // A provider serves the roles of its own account.
            ["aws:FederatedProvider"] = IsArnOfAccount,
            ["aws:userid"] = IsUserId,
            ["aws:SourceAccount"] = IsPlain,
            ["aws:SourceOwner"] = IsPlain,
            ["aws:SourceOrgID"] = IsPlain,
            ["aws:SourceOrgPaths"] = IsOrganizationPath,
            ["aws:SourceArn"] = IsSourceArn,
            ["aws:SourceVpc"] = IsPlain,
            ["aws:SourceVpce"] = IsPlain,
            ["aws:VpceAccount"] = IsPlain,
            ["aws:VpceOrgID"] = IsPlain,
            ["aws:VpceOrgPaths"] = IsOrganizationPath,
            ["aws:SourceIp"] = IsNarrowRange,
            ["aws:VpcSourceIp"] = IsNarrowRange,
            ["kms:CallerAccount"] = IsPlain,
            ["s3:DataAccessPointAccount"] = IsPlain,
            ["s3:DataAccessPointArn"] = IsArnOfAccount,
            ["s3:x-amz-server-side-encryption-aws-kms-key-id"] = IsPlain,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> AccountKeys =
        new[] { "aws:PrincipalAccount", "aws:SourceAccount", "aws:SourceOwner", "aws:VpceAccount", "kms:CallerAccount" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> OrganizationKeys = new[] { "aws:PrincipalOrgID", "aws:SourceOrgID", "aws:VpceOrgID" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsKnown(string key) => Keys.ContainsKey(key);

    /// <summary>Whether every listed value names a fixed set.</summary>
    public static bool HasFixedValues(PolicyCondition condition) =>
        condition.Values.Count > 0 && condition.Values.All(value => condition.HasVariables
            ? IsOfResource(condition.Key, value)
            : Keys.TryGetValue(condition.Key, out var isFixed) && isFixed(value, condition.Operator));

    // The account or organisation that the resource itself belongs to: whose resource it is does not depend on who calls.
    private static bool IsOfResource(string key, string value) =>
        IsPair(key, Read(value), "aws:ResourceAccount", AccountKeys) || IsPair(key, Read(value), "aws:ResourceOrgID", OrganizationKeys);

    // The key that a value reads which is a policy variable and nothing else.
    private static string Read(string value) => value.StartsWith("${", StringComparison.Ordinal) && value.EndsWith('}') ? value[2..^1] : "";

    private static bool IsPair(string key, string read, string owner, FrozenSet<string> callers) =>
        (read.Equals(owner, StringComparison.OrdinalIgnoreCase) && callers.Contains(key)) || (key.Equals(owner, StringComparison.OrdinalIgnoreCase) && callers.Contains(read));

    /// <summary>Whether a condition holds only for whom or what belongs to the resource's own account.</summary>
    public static bool IsOwnersAccount(PolicyCondition condition) => IsCertain(condition) && condition.Values.All(value => IsPair(condition.Key, Read(value), "aws:ResourceAccount", AccountKeys));

    /// <summary>Whether a condition holds only for whom or what belongs to the resource's own organisation.</summary>
    public static bool IsOwnersOrganization(PolicyCondition condition) => IsCertain(condition) && condition.Values.All(value => IsPair(condition.Key, Read(value), "aws:ResourceOrgID", OrganizationKeys));

    // A comparison that fails where one of the two is missing.
    private static bool IsCertain(PolicyCondition condition) => condition is { HasVariables: true, Values.Count: > 0 }
        && condition.Operator is { IsNegated: false, IfExists: false, Qualifier: SetQualifier.None, Comparison: <= ConditionComparison.StringNotLike };

    private static bool TakesWildcards(ConditionOperator @operator) => @operator.Comparison
        is ConditionComparison.StringLike or ConditionComparison.StringNotLike
        or >= ConditionComparison.ArnEquals and <= ConditionComparison.ArnNotLike;

    private static bool IsPlain(string value, ConditionOperator @operator) =>
        value.Length > 0 && !(TakesWildcards(@operator) && value.AsSpan().ContainsAny('*', '?'));

    // "o-a1b2c3d4e5/*": the organisation itself must be spelled out.
    private static bool IsOrganizationPath(string value, ConditionOperator @operator)
    {
        var slash = value.IndexOf('/');
        return slash > 0 && IsPlain(value[..slash], @operator);
    }

    private static bool IsUserId(string value, ConditionOperator @operator)
    {
        var colon = value.IndexOf(':');
        return IsPlain(colon < 0 ? value : value[..colon], @operator);
    }

    private static bool IsArnOfAccount(string value, ConditionOperator @operator)
    {
        var parts = value.Split(':', 6);
        if (parts.Length != 6 || !Principal.IsAccountId(parts[4]))
            return false;

        // A string operator's star reaches over colons: "arn:*:123456789012:*" also matches a foreign ARN with such a name.
        var isString = @operator.Comparison <= ConditionComparison.StringNotLike;
        return !isString || parts.Take(4).All(part => IsPlain(part, @operator) || part.Length == 0);
    }

    // Buckets and other global names have no account in their ARN; they are fixed when spelled out.
    private static bool IsSourceArn(string value, ConditionOperator @operator) =>
        IsArnOfAccount(value, @operator) || (value.StartsWith("arn:", StringComparison.Ordinal) && IsPlain(value, @operator));

    private static bool IsNarrowRange(string value, ConditionOperator @operator) =>
        AddressRange.TryParse(value) is { } range && range.PrefixLength >= (range.IsV6 ? BroadestV6 : BroadestV4);
}
