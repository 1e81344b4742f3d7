using SecretsAudit.Iam.Conditions;
using SecretsAudit.Iam.Reach;
using SecretsAudit.Iam.Reach.Search;

namespace SecretsAudit.Iam.Checks;

/// <summary>Remarks on conditions that do not do what they seem to.</summary>
internal static class ConditionRemarks
{
    // A request without tags sets and removes none, so that such a list of permitted tags lets nothing slip through.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html
    private static readonly string[] ListsOfTags = ["aws:TagKeys", "sts:TransitiveTagKeys"];

    // "*" as the value demands that there is such a tag, whatever it says: sessions and resources without it are kept out.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
    private static readonly string[] TagPrefixes = ["aws:RequestTag/", "aws:PrincipalTag/", "aws:ResourceTag/", "secretsmanager:ResourceTag/", "kms:EncryptionContext:"];

    public static IEnumerable<PolicyRemark> Of(PolicyLinter linter, PolicyStatement statement)
    {
        foreach (var condition in statement.Conditions)
        {
            foreach (var reason in statement.Effect == PolicyEffect.Allow ? VoidAllow(statement, condition) : VoidDeny(statement, condition))
            {
                yield return PolicyLinter.Remark(
                    statement.Effect == PolicyEffect.Allow ? PolicyRemarkIds.VoidCondition : PolicyRemarkIds.AvoidableDeny, RemarkSeverity.Security, statement, condition, reason);
            }

            if (condition.Operator.Comparison is <= ConditionComparison.StringNotEqualsIgnoreCase
                && condition.Values.FirstOrDefault(HasWildcard) is { } wildcard)
            {
                // https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html (Wildcard without like operator)
                yield return PolicyLinter.Remark(
                    PolicyRemarkIds.WildcardWithoutLike, RemarkSeverity.Warning, statement, condition,
                    $"With {condition.Operator} the wildcard in '{Documents.ElementReader.Shown(wildcard)}' is a plain character. Use StringLike or StringNotLike.");
            }

            if (OperatorFit.Misfit(condition) is { } misfit)
                yield return PolicyLinter.Remark(PolicyRemarkIds.MismatchedOperator, RemarkSeverity.Warning, statement, condition, misfit);
            foreach (var remark in Network(linter, statement, condition))
                yield return remark;
        }
    }

    // Why a condition of an Allow lets more requests pass than it seems to.
    private static IEnumerable<string> VoidAllow(PolicyStatement statement, PolicyCondition condition)
    {
        var @operator = condition.Operator;
        var isPresent = statement.Conditions.Any(other => other.Operator is { Comparison: ConditionComparison.Null, Qualifier: SetQualifier.None }
            && other.Key.Equals(condition.Key, StringComparison.OrdinalIgnoreCase) && other.Values.All(value => value.Equals("false", StringComparison.OrdinalIgnoreCase)));
        // Beside a condition that keeps strangers out, others may choose among those who are left: roles of one name in an organisation.
        var everyone = (statement.IsNotPrincipal || statement.Principals.Any(entry => entry.Kind == PolicyPrincipalKind.Everyone))
            && !statement.Conditions.Any(other => other != condition && Narrowing.Of(other, statement.Conditions) is Narrowing.Verdict.Narrows);

        if (@operator.Qualifier == SetQualifier.ForAllValues && !isPresent && !ListsOfTags.Contains(condition.Key, StringComparer.OrdinalIgnoreCase))
            yield return $"{@operator} also holds for requests without {condition.Key}. Add \"Null\": {{\"{condition.Key}\": \"false\"}}, or use ForAnyValue.";
        else if (condition.Key.Equals("aws:MultiFactorAuthPresent", StringComparison.OrdinalIgnoreCase) && @operator.Comparison == ConditionComparison.Bool && condition.Values.Contains("false", StringComparer.OrdinalIgnoreCase))
            yield return "It lets in whoever has not used MFA. To demand MFA, deny with BoolIfExists false.";
        else if (@operator.IfExists && !isPresent && NarrowingKey.IsKnown(condition.Key))
            yield return $"{@operator} also holds for requests without {condition.Key}. Drop IfExists.";
        else if (@operator is { Comparison: ConditionComparison.StringLike, Qualifier: SetQualifier.None } && condition.Values.Any(value => value.Length > 0 && value.All(character => character == '*'))
            && !TagPrefixes.Any(prefix => condition.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            yield return $"Every request that has {condition.Key} meets this condition.";
        else if (@operator.IsNegated && everyone && NarrowingKey.IsKnown(condition.Key))
            yield return $"{@operator} keeps out those listed and lets in all others, also requests without {condition.Key}.";
        else if (@operator.Comparison == ConditionComparison.IpAddress && condition.Values.FirstOrDefault(IsEverywhere) is { } range)
            yield return $"{range} contains every address.";
        else if (everyone && NarrowingKey.IsKnown(condition.Key) && @operator.Comparison != ConditionComparison.Null && Narrowing.Of(condition, statement.Conditions) is Narrowing.Verdict.DoesNot)
            yield return $"The values of {condition.Key} leave room for strangers.";
        else if (everyone && @operator.Comparison == ConditionComparison.Null && NarrowingKey.IsKnown(condition.Key) && !statement.Conditions.Any(other => other != condition && other.Key.Equals(condition.Key, StringComparison.OrdinalIgnoreCase)))
            yield return $"Null only asks whether the request has {condition.Key}, whatever it is.";
    }

    // Why whoever a Deny is meant for can avoid it.
    private static IEnumerable<string> VoidDeny(PolicyStatement statement, PolicyCondition condition)
    {
        var @operator = condition.Operator;
        var key = condition.Key.ToUpperInvariant();
        if (@operator is { Qualifier: SetQualifier.ForAnyValue, IsNegated: true, IfExists: false } && NarrowingKey.IsKnown(condition.Key))
            yield return $"{@operator} does not hold for requests without {condition.Key}, so the Deny passes them. Use ForAllValues, or add IfExists.";
        else if (key == "AWS:MULTIFACTORAUTHPRESENT" && @operator is { Comparison: ConditionComparison.Bool, IfExists: false } && condition.Values.Contains("false", StringComparer.OrdinalIgnoreCase))
            // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent
            yield return "Requests with long-term access keys have no aws:MultiFactorAuthPresent, so the Deny passes them. Use BoolIfExists.";
        else if (key is "AWS:REFERER" or "AWS:USERAGENT")
            yield return $"Whoever calls chooses {condition.Key}, and so whether the Deny holds.";
        else if (@operator is { Comparison: ConditionComparison.StringNotLike, Qualifier: SetQualifier.None } && condition.Values.Contains("*") && statement.Conditions.Count == 1)
            yield return $"Every request that has {condition.Key} avoids this Deny.";
        else if (@operator.Comparison == ConditionComparison.NotIpAddress && condition.Values.FirstOrDefault(IsEverywhere) is { } range)
            yield return $"{range} contains every address: the Deny holds only for requests without {condition.Key} or of the other family.";
    }

    private static IEnumerable<PolicyRemark> Network(PolicyLinter linter, PolicyStatement statement, PolicyCondition condition)
    {
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html (Private IP address, Invalid vpc format)
        if (condition.Key.Equals("aws:SourceIp", StringComparison.OrdinalIgnoreCase))
        {
            var inside = condition.Values.Where(value => AddressRange.TryParse(value) is { } range && AddressRegions.Private.Any(other => other.Contains(range))).ToList();
            if (inside.Count > 0)
            {
                yield return PolicyLinter.Remark(
                    PolicyRemarkIds.PrivateAddress, RemarkSeverity.Warning, statement, condition,
                    $"aws:SourceIp is a public address; {string.Join(", ", inside.Take(3))} {(inside.Count == 1 ? "never occurs" : "never occur")} there. Private addresses are in aws:VpcSourceIp.");
            }
        }

        var prefix = condition.Key.ToUpperInvariant() switch { "AWS:SOURCEVPC" => "vpc-", "AWS:SOURCEVPCE" => "vpce-", _ => null };
        foreach (var value in prefix is null || condition.Operator.Comparison == ConditionComparison.Null ? [] : condition.Values.Where(value => !HasWildcard(value) && !value.Contains("${", StringComparison.Ordinal)))
        {
            var id = value.StartsWith(prefix!, StringComparison.Ordinal) ? value[prefix!.Length..] : "";
            if (id.Length is not (8 or 17) || !id.All(char.IsAsciiLetterOrDigit))
                yield return PolicyLinter.Remark(PolicyRemarkIds.MalformedNetworkId, RemarkSeverity.Warning, statement, condition, $"'{Documents.ElementReader.Shown(value)}' is no id such as {prefix}1234abcd.");
        }
    }

    private static bool HasWildcard(string value) => value.Replace("${*}", "", StringComparison.Ordinal).Replace("${?}", "", StringComparison.Ordinal).AsSpan().ContainsAny('*', '?');

    private static bool IsEverywhere(string value) => AddressRange.TryParse(value) is { PrefixLength: 0 };
}
