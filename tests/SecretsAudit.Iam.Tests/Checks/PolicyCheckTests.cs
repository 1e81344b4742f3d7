using static SecretsAudit.Iam.Tests.Policies;

namespace SecretsAudit.Iam.Tests.Checks;

// https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html has AWS's counterpart to most of these.
public class PolicyCheckTests
{
    private const string Named = """{"AWS":"arn:aws:iam::444455556666:role/reader"}""";
    private const string Ours = """{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}""";

    [Fact]
    public void A_policy_without_surprises_has_no_remark() => Assert.Empty(Check(Allow(Named)).Remarks);

    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"*","Resource":"*"}""", "wildcard-action", "1:91")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"secretsmanager:*","Resource":"*"}""", "wildcard-action", "1:91")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"444455556666"},"NotAction":"secretsmanager:DeleteSecret","Resource":"*"}""", "allow-not-action", "1:91")]
    [InlineData("""{"Effect":"Allow","NotPrincipal":{"AWS":"444455556666"},"Action":"secretsmanager:GetSecretValue","Resource":"*"}""", "allow-not-principal", "1:56")]
    [InlineData("""{"Effect":"Deny","NotPrincipal":{"AWS":"arn:aws:iam::444455556666:user/bob"},"Action":"secretsmanager:GetSecretValue","Resource":"*"}""", "incomplete-not-principal", "1:77")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"AIDAEXAMPLEEXAMPLE123"},"Action":"secretsmanager:GetSecretValue","Resource":"*"}""", "deleted-principal", "1:75")]
    [InlineData("""{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"secretsmanager:GetSecretValue","Resource":"*"}""", "confused-deputy", "1:79")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":["secretsmanager:GetSecretValue","secretsmanager:PutResourcePolicy"],"Resource":"*"}""", "mixed-rights", "1:91")]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":["secretsmanager:Get*","secretsmanager:GetSecretValue"],"Resource":"*"}""", "redundant-action", "1:91")]
    public void A_statement_is_remarked_on_at_its_place(string statement, string id, string position)
    {
        var remarks = Check(statement).Remarks;

        Assert.Contains(remarks, remark => remark.Id == id && remark.Position.ToString() == position);
    }

    [Theory]
    [InlineData("""{"StringEqualsIfExists":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}""", "Drop IfExists")]
    [InlineData("""{"ForAllValues:StringLike":{"aws:PrincipalOrgPaths":"o-a1b2c3d4e5/*"}}""", "also holds for requests without aws:PrincipalOrgPaths")]
    [InlineData("""{"ForAllValues:StringEquals":{"kms:GrantOperations":"Decrypt"}}""", "also holds for requests without kms:GrantOperations")]
    [InlineData("""{"StringNotEquals":{"aws:PrincipalAccount":"444455556666"}}""", "lets in all others")]
    [InlineData("""{"StringLike":{"aws:PrincipalOrgID":"*"}}""", "meets this condition")]
    [InlineData("""{"StringLike":{"aws:PrincipalOrgID":"o-*"}}""", "leave room for strangers")]
    [InlineData("""{"IpAddress":{"aws:SourceIp":["203.0.113.0/24","0.0.0.0/0"]}}""", "contains every address")]
    [InlineData("""{"Null":{"aws:PrincipalOrgID":"false"}}""", "only asks whether")]
    public void A_condition_that_voids_its_restriction_is_named_with_its_reason(string condition, string reason)
    {
        var remark = Assert.Single(Check(Allow("\"*\"", condition)).Remarks, remark => remark.Id == PolicyRemarkIds.VoidCondition);

        Assert.Equal(RemarkSeverity.Security, remark.Severity);
        Assert.Contains(reason, remark.Message, StringComparison.Ordinal);
        Assert.StartsWith("Statement[0].Condition.", remark.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"StringEqualsIfExists":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"},"Null":{"aws:PrincipalOrgID":"false"}}""")]
    [InlineData("""{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"},"Bool":{"aws:SecureTransport":"true"}}""")]
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-generation.html (the bucket policy for its service role)
    [InlineData("""{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"},"StringLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/service-role/Monitor*"}}""")]
    [InlineData("""{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"},"StringNotEquals":{"aws:PrincipalAccount":"444455556666"}}""")]
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html
    [InlineData("""{"ForAllValues:StringEquals":{"aws:TagKeys":["team","owner"]}}""")]
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
    [InlineData("""{"StringLike":{"aws:PrincipalTag/team":"*"}}""")]
    public void A_condition_that_restricts_is_not(string condition) =>
        Assert.DoesNotContain(Check(Allow("\"*\"", condition)).Remarks, remark => remark.Id == PolicyRemarkIds.VoidCondition);

    [Theory]
    [InlineData("""{"ForAnyValue:StringNotLike":{"aws:PrincipalOrgPaths":"o-a1b2c3d4e5/*"}}""", "does not hold for requests without")]
    [InlineData("""{"Bool":{"aws:MultiFactorAuthPresent":"false"}}""", "long-term access keys")]
    [InlineData("""{"StringNotEquals":{"aws:Referer":"https://example.com"}}""", "Whoever calls chooses aws:Referer")]
    [InlineData("""{"NotIpAddress":{"aws:SourceIp":"0.0.0.0/0"}}""", "contains every address")]
    public void A_deny_that_can_be_avoided_is_named_with_its_reason(string condition, string reason) =>
        Assert.Contains(reason, Assert.Single(Check(Allow(Named), Deny("\"*\"", condition)).Remarks, remark => remark.Id == PolicyRemarkIds.AvoidableDeny).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"StringEquals":{"aws:PrincipalArn":"arn:aws:iam::444455556666:role/*"}}""", "wildcard-without-like")]
    [InlineData("""{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}""", "private-address")]
    [InlineData("""{"StringEquals":{"aws:SourceVpc":"vpc-123"}}""", "malformed-network-id")]
    [InlineData("""{"StringEquals":{"aws:SourceVpce":"vpc-12345678"}}""", "malformed-network-id")]
    [InlineData("""{"StringEquals":{"s3:prefix":"home"}}""", "unsupported-key")]
    [InlineData("""{"StringEquals":{"secretsmanager:Colour":"red"}}""", "unsupported-key")]
    [InlineData("""{"StringEquals":{"aws:Organisation":"o-1"}}""", "unsupported-key")]
    [InlineData("""{"StringEquals":{"aws:PrincipalTag":"team"}}""", "unsupported-key")]
    [InlineData("""{"StringEquals":{"aws:PrincipalTag/team":"a"},"StringNotEquals":{"aws:PrincipalTag/team":"a"}}""", "never-matches")]
    [InlineData("""{"StringEquals":{"aws:PrincipalTag/team":"a"},"Null":{"aws:PrincipalTag/team":"true"}}""", "never-matches")]
    [InlineData("""{"StringLike":{"aws:PrincipalTag/team":"a*"},"StringEquals":{"aws:PrincipalTag/team":["b","c"]}}""", "never-matches")]
    [InlineData("""{"NumericLessThan":{"aws:MultiFactorAuthAge":"5"},"NumericGreaterThan":{"aws:MultiFactorAuthAge":"5"}}""", "never-matches")]
    [InlineData("""{"DateLessThan":{"aws:CurrentTime":"2020-01-01T00:00:00Z"}}""", "never-matches")]
    [InlineData("""{"ForAnyValue:Null":{"aws:TagKeys":"true"}}""", "never-matches")]
    public void A_condition_that_cannot_work_is_named(string condition, string id) =>
        Assert.Contains(Check(Allow(Named, condition)).Remarks, remark => remark.Id == id);

    [Theory]
    [InlineData("""{"StringLike":{"aws:Referer":"https://campaigns.example.com/*"}}""")]
    [InlineData("""{"StringLike":{"aws:PrincipalTag/team":"a*"},"StringEquals":{"aws:PrincipalTag/team":["ab","c"]}}""")]
    [InlineData("""{"StringNotEquals":{"aws:PrincipalTag/team":"a"}}""")]
    [InlineData("""{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::444455556666:role/app-*"}}""")]
    [InlineData("""{"ArnLike":{"aws:SourceArn":"arn:aws:events:eu-central-1:777788889999:rule/chat-*"}}""")]
    [InlineData("""{"ForAllValues:StringLike":{"aws:TagKeys":"team-*"}}""")]
    [InlineData("""{"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"}}""")]
    [InlineData("""{"StringEquals":{"aws:PrincipalTag/team":"${aws:ResourceTag/team}"}}""")]
    public void A_condition_that_some_request_meets_is_not_called_dead(string condition) =>
        Assert.DoesNotContain(Check(Allow(Named, condition)).Remarks, remark => remark.Id == PolicyRemarkIds.NeverMatches);

    [Fact]
    public void What_another_statement_already_says_is_redundant()
    {
        var remarks = Check(
            Allow(Named, Ours),
            """{"Sid":"All","Effect":"Allow","Principal":{"AWS":["arn:aws:iam::444455556666:role/reader","777788889999"]},"Action":"secretsmanager:Get*","Resource":"*"}""").Remarks;

        Assert.Equal("All already allows all of it.", Assert.Single(remarks, remark => remark.Id == PolicyRemarkIds.RedundantStatement).Message);
        Assert.DoesNotContain(Check(Allow(Named), Allow("""{"AWS":"777788889999"}""")).Remarks, remark => remark.Id == PolicyRemarkIds.RedundantStatement);
    }

    [Fact]
    public void Of_two_equal_statements_the_later_is_redundant() =>
        Assert.Equal("Statement[1]", Assert.Single(Check(Allow(Named), Allow(Named)).Remarks).Path);

    [Fact]
    public void A_public_statement_is_shown_with_a_request_in_words()
    {
        var result = Check(Allow("\"*\"", """{"StringEquals":{"aws:Referer":"https://example.com"}}"""));

        var remark = Assert.Single(result.Remarks, remark => remark.Id == PolicyRemarkIds.Public);
        Assert.Contains("Any AWS account can call GetSecretValue if it sends aws:Referer = https://example.com.", remark.Message, StringComparison.Ordinal);
        Assert.True(result.Audience!.IsPublic);
    }

    [Fact]
    public void Who_is_outside_of_the_trust_zone_is_shown_once_a_zone_is_given()
    {
        var zone = new TrustZone { Accounts = [Account] };

        Assert.Null(Check(Allow(Named)).Outside);
        var remark = Assert.Single(PolicyCheck.Run(Document(Allow(Named)), PolicyKind.Secret, zone).Remarks);
        Assert.Equal((PolicyRemarkIds.Outside, "Somebody outside of the trust zone gets in: arn:aws:iam::444455556666:role/reader can call GetSecretValue."), (remark.Id, remark.Message));
        Assert.Empty(PolicyCheck.Run(Document(Allow(Named)), PolicyKind.Secret, zone with { Accounts = [Account, OtherAccount] }).Remarks);
    }

    [Fact]
    public void What_AWS_refuses_comes_with_its_place_and_nothing_else_is_said()
    {
        var result = PolicyCheck.Run("{\n  \"Statement\": [{\"Effect\": \"Permit\"}]\n}", PolicyKind.Secret);

        Assert.Null(result.Document);
        Assert.All(result.Remarks, remark => Assert.Equal((PolicyRemarkIds.Invalid, RemarkSeverity.Error), (remark.Id, remark.Severity)));
        Assert.Contains(result.Remarks, remark => remark.Position == new TextPosition(2, 28));
    }

    [Fact]
    public void An_identity_policy_is_checked_without_a_search()
    {
        var result = PolicyCheck.Run("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""", PolicyKind.Identity, TrustZone.Nobody);

        Assert.Equal([PolicyRemarkIds.OldVersion, PolicyRemarkIds.WildcardAction], result.Remarks.Select(remark => remark.Id));
        Assert.Null(result.Outside);
    }

    [Fact]
    public void The_audience_names_each_member_once_with_all_it_may_do()
    {
        var policy = Resource(
            Allow(Named),
            """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:role/reader","Service":"lambda.amazonaws.com"},"Action":"secretsmanager:Describe*","Resource":"*"}""",
            Allow("\"*\"", Ours),
            """{"Effect":"Deny","Principal":"*","Action":"secretsmanager:DescribeSecret","Resource":"*"}""",
            Allow("\"*\"", """{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::777788889999:role/*"},"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}"""));

        var audience = PolicyAudience.Of(policy);

        Assert.Equal(
            ["Organization o-a1b2c3d4e5", "Account 777788889999", "Principal arn:aws:iam::444455556666:role/reader"],
            audience.Members.Select(member => $"{member.Kind} {member.Name}"));
        Assert.All(audience.Members, member => Assert.Equal(["secretsmanager:GetSecretValue"], member.Actions));
        Assert.Equal(["444455556666", "777788889999"], audience.Accounts);
    }

    private static PolicyCheckResult Check(params string[] statements) =>
        PolicyCheck.Run(Document(statements), PolicyKind.Secret, options: new ReachOptions { AsOf = new DateTimeOffset(2026, 8, 1, 0, 0, 0, TimeSpan.Zero) });
}
