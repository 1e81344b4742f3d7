using SecretsAudit.Iam.Conditions;

namespace SecretsAudit.Iam.Checks;

/// <summary>Remarks on conditions whose form does not fit their key or their principal.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html"/>
internal static class ConditionShapeRemarks
{
    private static readonly string[] Multivalued =
        ["aws:TagKeys", "aws:CalledVia", "aws:PrincipalOrgPaths", "aws:PrincipalServiceNamesList", "aws:ResourceOrgPaths", "aws:SourceOrgPaths", "aws:VpceOrgPaths", "kms:EncryptionContextKeys", "kms:GrantOperations", "kms:ResourceAliases"];

    // A service calls for itself: it has no account, organisation, tags or ARN.
    private static readonly string[] OfAccounts = ["aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalAccount", "aws:PrincipalArn", "aws:username", "aws:userid", "aws:MultiFactorAuthPresent", "aws:MultiFactorAuthAge"];

    public static IEnumerable<PolicyRemark> Of(PolicyStatement statement)
    {
        var servicesOnly = !statement.IsNotPrincipal && statement.Principals.Count > 0 && statement.Principals.All(entry => entry.Kind == PolicyPrincipalKind.Service);
        foreach (var condition in statement.Conditions)
        {
            var @operator = condition.Operator;
            PolicyRemark Remark(string id, RemarkSeverity severity, string message) => PolicyLinter.Remark(id, severity, statement, condition, message);

            if (@operator.Comparison == ConditionComparison.Bool && condition.Values.Select(value => value.ToLowerInvariant()).Distinct().Count() > 1)
                yield return Remark(PolicyRemarkIds.MultipleBooleans, RemarkSeverity.Warning, $"{@operator} with both true and false holds for every request that has {condition.Key}.");
            if (@operator.Qualifier == SetQualifier.None && @operator.Comparison != ConditionComparison.Null && Is(Multivalued, condition.Key))
                yield return Remark(PolicyRemarkIds.MissingQualifier, RemarkSeverity.Warning, $"{condition.Key} may have several values. Say ForAnyValue:{@operator} or ForAllValues:{@operator}.");
            if (servicesOnly && statement.Effect == PolicyEffect.Allow && (Is(OfAccounts, condition.Key) || condition.Key.StartsWith("aws:PrincipalTag/", StringComparison.OrdinalIgnoreCase)))
                yield return Remark(PolicyRemarkIds.UnsupportedKey, RemarkSeverity.Warning, $"A service's request has no {condition.Key}. Say for whom it may act with aws:SourceOrgID, aws:SourceAccount or aws:SourceArn.");
            if (condition.Key.Equals("aws:VpcSourceIp", StringComparison.OrdinalIgnoreCase) && !statement.Conditions.Any(other => other.Key.ToUpperInvariant() is "AWS:SOURCEVPC" or "AWS:SOURCEVPCE" or "AWS:SOURCEVPCARN"))
                yield return Remark(PolicyRemarkIds.UnpairedKey, RemarkSeverity.Security, "Every VPC may use the same private addresses: aws:VpcSourceIp narrows only together with aws:SourceVpc or aws:SourceVpce.");
            if (Redundant(condition) is { } redundant)
                yield return Remark(PolicyRemarkIds.RedundantValue, RemarkSeverity.Suggestion, redundant);
            foreach (var range in condition.Values.Where(value => @operator.Comparison is ConditionComparison.IpAddress or ConditionComparison.NotIpAddress && HasHostBits(value)))
                yield return Remark(PolicyRemarkIds.UntidyRange, RemarkSeverity.Suggestion, $"The address of {range} lies inside of its range, which is {AddressRange.TryParse(range)}.");
        }
    }

    private static bool Is(string[] keys, string key) => keys.Contains(key, StringComparer.OrdinalIgnoreCase);

    private static bool HasHostBits(string value) => value.Split('/') is [var address, _]
        && AddressRange.TryParse(value) is { } range && AddressRange.TryParse(address) is { } host && host.First != range.First;

    private static string? Redundant(PolicyCondition condition)
    {
        var numbers = condition.Values.Select(ContextParse.Number).OfType<decimal>().ToList();
        var decisive = condition.Operator.Comparison switch
        {
            ConditionComparison.NumericLessThan or ConditionComparison.NumericLessThanEquals when numbers.Count > 1 => numbers.Max(),
            ConditionComparison.NumericGreaterThan or ConditionComparison.NumericGreaterThanEquals when numbers.Count > 1 => numbers.Min(),
            _ => (decimal?)null,
        };
        if (decisive is { } number)
            return FormattableString.Invariant($"Of the values of {condition.Key} only {number} decides.");
        return condition.Values.GroupBy(value => value, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? $"'{Documents.ElementReader.Shown(twice.Key)}' is there twice."
            : null;
    }
}
