using static SecretsAudit.Iam.Tests.Policies;

namespace SecretsAudit.Iam.Tests.Evaluation;

/// <summary>What each condition operator holds for, by the sentences of AWS's pages.</summary>
public class ConditionTests
{
    private const string Key = "aws:PrincipalTag/team";

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String
    [Theory]
    [InlineData("StringEquals", "payments", "payments", true)]
    [InlineData("StringEquals", "payments", "Payments", false)]
    [InlineData("StringEquals", "pay*", "payments", false)]
    [InlineData("StringEqualsIgnoreCase", "payments", "PAYMENTS", true)]
    [InlineData("StringNotEquals", "payments", "Payments", true)]
    [InlineData("StringNotEqualsIgnoreCase", "payments", "Payments", false)]
    [InlineData("StringLike", "pay*", "payments", true)]
    [InlineData("StringLike", "p?y*s", "payments", true)]
    [InlineData("StringLike", "pay?", "payments", false)]
    [InlineData("StringLike", "PAY*", "payments", false)]
    [InlineData("StringLike", "*", "", true)]
    [InlineData("StringNotLike", "pay*", "payments", false)]
    // #Conditions_Numeric
    [InlineData("NumericEquals", "5", "5.0", true)]
    [InlineData("NumericNotEquals", "5", "6", true)]
    [InlineData("NumericLessThan", "10", "9.99", true)]
    [InlineData("NumericLessThan", "10", "10", false)]
    [InlineData("NumericLessThanEquals", "10", "10", true)]
    [InlineData("NumericGreaterThan", "-1", "0", true)]
    [InlineData("NumericGreaterThanEquals", "10", "9", false)]
    [InlineData("NumericEquals", "5", "five", false)]
    // #Conditions_Date: W3C forms of ISO 8601, or epoch seconds
    [InlineData("DateEquals", "2026-08-01T00:00:00Z", "2026-08-01T02:00:00+02:00", true)]
    [InlineData("DateEquals", "1785542400", "2026-08-01T00:00:00Z", true)]
    [InlineData("DateEquals", "2026-08-01", "2026-08-01T00:00:00Z", true)]
    [InlineData("DateLessThan", "2026-08-01T00:00:00Z", "2026-07-31T23:59:59Z", true)]
    [InlineData("DateLessThanEquals", "2026-08-01T00:00:00Z", "2026-08-01T00:00:00Z", true)]
    [InlineData("DateGreaterThan", "2026-08-01T00:00:00Z", "2026-08-01T00:00:00Z", false)]
    [InlineData("DateGreaterThanEquals", "2026", "2026-01-01T00:00:00Z", true)]
    [InlineData("DateNotEquals", "2026-08-01T00:00:00Z", "2026-08-01T00:00:01Z", true)]
    // #Conditions_Boolean, #Conditions_BinaryEquals
    [InlineData("Bool", "true", "true", true)]
    [InlineData("Bool", "TRUE", "true", true)]
    [InlineData("Bool", "false", "true", false)]
    [InlineData("BinaryEquals", "QmluYXJ5VmFsdWVJbkJhc2U2NA==", "QmluYXJ5VmFsdWVJbkJhc2U2NA==", true)]
    [InlineData("BinaryEquals", "QmluYXJ5VmFsdWVJbkJhc2U2NA==", "QmluYXJ5", false)]
    // #Conditions_IPAddress: a single address without a prefix, ranges of both families
    [InlineData("IpAddress", "203.0.113.0/24", "203.0.113.255", true)]
    [InlineData("IpAddress", "203.0.113.0/24", "203.0.114.0", false)]
    [InlineData("IpAddress", "203.0.113.7", "203.0.113.7", true)]
    [InlineData("IpAddress", "203.0.113.77/24", "203.0.113.1", true)]
    [InlineData("IpAddress", "2001:DB8:1234:5678::/64", "2001:db8:1234:5678:9::1", true)]
    [InlineData("IpAddress", "0.0.0.0/0", "2001:db8::1", false)]
    [InlineData("NotIpAddress", "203.0.113.0/24", "198.51.100.1", true)]
    // #Conditions_ARN: the six parts by themselves; Equals and Like are the same
    [InlineData("ArnLike", "arn:aws:someservice:*:111122223333:finance/*", "arn:aws:someservice:us-east-2:111122223333:finance/a", true)]
    [InlineData("ArnLike", "arn:aws:someservice:*:111122223333:finance/*", "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt", false)]
    [InlineData("StringLike", "arn:aws:someservice:*:111122223333:finance/*", "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt", true)]
    [InlineData("ArnEquals", "arn:aws:iam::*:role/*", "arn:aws:iam::111122223333:role/a", true)]
    [InlineData("ArnNotEquals", "arn:aws:iam::*:role/*", "arn:aws:iam::111122223333:user/a", true)]
    [InlineData("ArnNotLike", "arn:aws:iam::*:role/*", "arn:aws:iam::111122223333:role/a", false)]
    [InlineData("ArnLike", "arn:aws:iam::111122223333:role/*", "no ARN", false)]
    public void An_operator_compares_as_its_page_says(string @operator, string listed, string given, bool holds) =>
        Assert.Equal(holds, Holds($$"""{"{{@operator}}":{"{{Key}}":"{{listed}}"} }""", given));

    // "If the key is not present, the values do not match … if the condition requires that the key is not matched, the condition is true."
    [Theory]
    [InlineData("StringEquals", false)]
    [InlineData("StringLike", false)]
    [InlineData("StringNotEquals", true)]
    [InlineData("StringNotLike", true)]
    [InlineData("StringEqualsIfExists", true)]
    [InlineData("StringNotEqualsIfExists", true)]
    [InlineData("ForAllValues:StringEquals", true)]
    [InlineData("ForAnyValue:StringEquals", false)]
    [InlineData("ForAnyValue:StringNotEquals", false)]
    [InlineData("ForAnyValue:StringEqualsIfExists", true)]
    public void An_absent_key_is_taken_as_the_page_says(string @operator, bool holds) =>
        Assert.Equal(holds, Holds($$"""{"{{@operator}}":{"{{Key}}":"a"} }"""));

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null
    [Theory]
    [InlineData("Null", "true", false, true)]
    [InlineData("Null", "true", true, false)]
    [InlineData("Null", "false", true, true)]
    [InlineData("Null", "false", false, false)]
    // access-analyzer-reference-policy-checks.html (Null with qualifier)
    [InlineData("ForAllValues:Null", "false", false, true)]
    [InlineData("ForAnyValue:Null", "true", false, false)]
    public void Null_asks_for_absence(string @operator, string value, bool present, bool holds) =>
        Assert.Equal(holds, present ? Holds($$"""{"{{@operator}}":{"{{Key}}":"{{value}}"} }""", "a") : Holds($$"""{"{{@operator}}":{"{{Key}}":"{{value}}"} }"""));

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
    [Theory]
    [InlineData("ForAllValues:StringEquals", new[] { "a", "b" }, true)]
    [InlineData("ForAllValues:StringEquals", new[] { "a", "x" }, false)]
    [InlineData("ForAnyValue:StringEquals", new[] { "x", "b" }, true)]
    [InlineData("ForAnyValue:StringEquals", new[] { "x" }, false)]
    [InlineData("ForAllValues:StringNotEquals", new[] { "x", "y" }, true)]
    [InlineData("ForAllValues:StringNotEquals", new[] { "x", "a" }, false)]
    [InlineData("ForAnyValue:StringNotEquals", new[] { "x", "a" }, true)]
    [InlineData("ForAllValues:StringEquals", new[] { "" }, true)] // "a null data set, such as an empty string"
    [InlineData("ForAnyValue:StringEquals", new[] { "" }, false)]
    public void Sets_of_values_are_compared_as_the_qualifier_says(string @operator, string[] given, bool holds) =>
        Assert.Equal(holds, Holds($$"""{"{{@operator}}":{"{{Key}}":["a","b"]} }""", given));

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
    [Theory]
    [InlineData("""{"StringEquals":{"aws:PrincipalTag/team":["a","b"]}}""", "b", true)] // values: or
    [InlineData("""{"StringNotEquals":{"aws:PrincipalTag/team":["a","b"]}}""", "b", false)] // values of a negated operator: nor
    [InlineData("""{"StringEquals":{"aws:PrincipalTag/team":"a"},"StringLike":{"aws:PrincipalTag/team":"b*"}}""", "a", false)] // operators: and
    [InlineData("""{"StringEquals":{"AWS:principaltag/TEAM":"a"}}""", "a", true)] // a key's case does not matter
    public void Several_keys_and_values_are_joined_as_the_page_says(string condition, string given, bool holds) => Assert.Equal(holds, Holds(condition, given));

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
    [Theory]
    [InlineData("StringEquals", "${aws:username}", "alice", true)]
    [InlineData("StringLike", "${AWS:UserName}-*", "alice-x", true)]
    [InlineData("StringEquals", "${aws:PrincipalTag/none, 'company-wide'}", "company-wide", true)]
    [InlineData("StringEquals", "${aws:PrincipalTag/none}", "", false)]
    [InlineData("StringNotEquals", "${aws:PrincipalTag/none}", "x", true)] // "do match against a null value"
    [InlineData("StringLike", "a${*}b", "a*b", true)]
    [InlineData("StringLike", "a${*}b", "axb", false)]
    [InlineData("StringLike", "a${?}b", "a?b", true)]
    [InlineData("StringEquals", "${$}{aws:username}", "${aws:username}", true)]
    [InlineData("ArnLike", "arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::111122223333:user/alice", true)]
    public void Policy_variables_are_replaced(string @operator, string listed, string given, bool holds) =>
        Assert.Equal(holds, Holds($$"""{"{{@operator}}":{"{{Key}}":"{{listed}}"} }""", given));

    [Fact]
    public void The_first_version_of_the_language_knows_no_variables()
    {
        var policy = Parse("""{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/team":"${aws:username}"}}}]}""");

        Assert.False(Decide(Get(User(), new RequestContext { { Key, "alice" } }), policy).IsAllowed);
        Assert.True(Decide(Get(User(), new RequestContext { { Key, "${aws:username}" } }), policy).IsAllowed);
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
    [Fact]
    public void An_unsigned_request_has_the_keys_that_AWS_gives_it()
    {
        var context = Get(Principal.Anonymous).Context.ToDictionary(pair => pair.Key, pair => pair.Value[0], StringComparer.OrdinalIgnoreCase);

        Assert.Equal("anonymous", context["aws:PrincipalAccount"]);
        Assert.Equal("Anonymous", context["aws:PrincipalType"]);
        Assert.DoesNotContain("aws:PrincipalArn", context.Keys);
        Assert.DoesNotContain("aws:PrincipalIsAWSService", context.Keys);
    }

    private static bool Holds(string condition, params string[] given) =>
        Decide(Get(User(), new RequestContext { { Key, given } }), Resource(Allow("\"*\"", condition))).IsAllowed;
}
