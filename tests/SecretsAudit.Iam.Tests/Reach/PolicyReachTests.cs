using static SecretsAudit.Iam.Tests.Policies;

namespace SecretsAudit.Iam.Tests.Reach;

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html (the meaning of "public")
public class PolicyReachTests
{
    [Theory]
    [InlineData("\"*\"")]
    [InlineData("""{"AWS":"*"}""")]
    [InlineData("""{"AWS":["444455556666","*"]}""")]
    public void A_wildcard_principal_is_public(string principal)
    {
        var reach = PolicyReach.Of(Resource(Allow("""{"AWS":"444455556666"}"""), Allow(principal)));

        Assert.Equal([ReachBreadth.Named, ReachBreadth.Public], reach.Statements.Select(statement => statement.Breadth));
        Assert.Equal(1, Assert.Single(reach.PublicStatements).Statement.Index);
        Assert.StartsWith("The principal is everyone.", reach.Statements[1].Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void NotPrincipal_with_Allow_is_public() =>
        Assert.True(PolicyReach.Of(Resource("""{"Effect":"Allow","NotPrincipal":{"AWS":"444455556666"},"Action":"secretsmanager:*","Resource":"*"}""")).IsPublic);

    [Theory]
    [InlineData("""{"AWS":"444455556666"}""")]
    [InlineData("""{"AWS":"arn:aws:iam::444455556666:role/reader"}""")]
    [InlineData("""{"Service":"lambda.amazonaws.com"}""")]
    public void A_named_principal_is_not(string principal) => Assert.False(PolicyReach.Of(Resource(Allow(principal))).IsPublic);

    [Theory]
    [InlineData("""{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}""")]
    [InlineData("""{"StringEquals":{"AWS:principalorgid":["o-a1b2c3d4e5","o-b1b2c3d4e5"]}}""")]
    [InlineData("""{"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"o-a1b2c3d4e5/*"}}""")]
    [InlineData("""{"StringEquals":{"aws:PrincipalAccount":"444455556666"}}""")]
    [InlineData("""{"StringEquals":{"aws:SourceAccount":"444455556666"}}""")]
    [InlineData("""{"StringEquals":{"aws:SourceVpce":"vpce-1a2b3c4d"}}""")]
    [InlineData("""{"StringEquals":{"aws:SourceVpc":"vpc-1a2b3c4d"}}""")]
    [InlineData("""{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::444455556666:role/*"}}""")]
    [InlineData("""{"StringLike":{"aws:PrincipalArn":"arn:aws:iam::444455556666:role/*"}}""")]
    [InlineData("""{"ArnEquals":{"aws:SourceArn":"arn:aws:s3:::reports"}}""")]
    [InlineData("""{"IpAddress":{"aws:SourceIp":["203.0.113.0/24","2001:db8::/32"]}}""")]
    [InlineData("""{"StringLike":{"aws:userid":"AROAEXAMPLEID:*"}}""")]
    [InlineData("""{"StringEqualsIfExists":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"},"Null":{"aws:PrincipalOrgID":"false"}}""")]
    [InlineData("""{"Bool":{"aws:SecureTransport":"true"},"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}""")]
    public void A_condition_that_names_a_fixed_set_narrows(string condition)
    {
        var statement = Assert.Single(PolicyReach.Of(Resource(Allow("\"*\"", condition))).Statements);

        Assert.Equal(ReachBreadth.Narrowed, statement.Breadth);
    }

    [Theory]
    [InlineData("""{"StringEqualsIfExists":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}""", "also holds for requests without that key")]
    [InlineData("""{"ForAllValues:StringLike":{"aws:PrincipalOrgPaths":"o-a1b2c3d4e5/*"}}""", "also holds for requests without that key")]
    [InlineData("""{"StringNotEquals":{"aws:PrincipalAccount":"444455556666"}}""", "lets all others in")]
    [InlineData("""{"Null":{"aws:PrincipalOrgID":"false"}}""", "only asks whether")]
    [InlineData("""{"StringLike":{"aws:PrincipalOrgID":"o-*"}}""", "leave room for strangers")]
    [InlineData("""{"StringEquals":{"aws:PrincipalAccount":["444455556666","${aws:PrincipalAccount}"]}}""", "leave room for strangers")]
    [InlineData("""{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/reader"}}""", "leave room for strangers")]
    [InlineData("""{"StringLike":{"aws:PrincipalArn":"*:444455556666:*"}}""", "leave room for strangers")]
    [InlineData("""{"IpAddress":{"aws:SourceIp":"0.0.0.0/1"}}""", "leave room for strangers")]
    [InlineData("""{"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"*/r-ab12/*"}}""", "leave room for strangers")]
    [InlineData("""{"StringEquals":{"aws:Referer":"https://example.com"}}""", "does not tell strangers apart")]
    [InlineData("""{"StringEquals":{"aws:PrincipalTag/team":"payments"}}""", "does not tell strangers apart")]
    [InlineData("""{"Bool":{"aws:SecureTransport":"true"}}""", "does not tell strangers apart")]
    public void A_condition_that_strangers_can_meet_does_not(string condition, string why)
    {
        var reach = PolicyReach.Of(Resource(Allow("\"*\"", condition)));

        Assert.True(reach.IsPublic);
        Assert.Contains(why, reach.Statements[0].Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"StringNotEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}""", false)]
    [InlineData("""{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}""", false)]
    [InlineData("""{"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}}""", false)]
    [InlineData("""{"ForAllValues:StringNotLike":{"aws:PrincipalOrgPaths":"o-a1b2c3d4e5/*"}}""", false)]
    [InlineData("""{"ForAnyValue:StringNotLike":{"aws:PrincipalOrgPaths":"o-a1b2c3d4e5/*"}}""", true)] // without the key it does not deny
    [InlineData("""{"StringNotLike":{"aws:PrincipalOrgID":"o-*"}}""", true)]
    [InlineData("""{"StringNotEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"},"Bool":{"aws:SecureTransport":"false"}}""", true)]
    [InlineData("""{}""", false)]
    public void A_deny_for_all_but_a_fixed_set_narrows(string condition, bool isPublic) =>
        Assert.Equal(isPublic, PolicyReach.Of(Resource(Allow("\"*\""), Deny("\"*\"", condition))).IsPublic);

    [Theory]
    [InlineData("\"secretsmanager:Get*\"", false)]
    [InlineData("\"*\"", false)]
    [InlineData("\"secretsmanager:PutSecretValue\"", true)]
    [InlineData("\"secretsmanager:?etSecretValue\"", false)]
    public void A_deny_narrows_only_what_it_covers(string actions, bool isPublic)
    {
        var deny = $$"""{"Effect":"Deny","Principal":"*","Action":{{actions}},"Resource":"*","Condition":{"StringNotEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"} } }""";

        Assert.Equal(isPublic, PolicyReach.Of(Resource(Allow("\"*\""), deny)).IsPublic);
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
    [Fact]
    public void A_service_without_a_source_may_act_for_anyone()
    {
        var reach = PolicyReach.Of(Resource(
            Allow("""{"Service":"lambda.amazonaws.com"}"""),
            Allow("""{"Service":"rds.amazonaws.com"}""", """{"StringEquals":{"aws:SourceAccount":"111122223333"}}""")));

        Assert.Equal(["lambda.amazonaws.com"], reach.Statements.SelectMany(statement => statement.UnboundServices));
    }
}
