using static SecretsAudit.Iam.Tests.Policies;

namespace SecretsAudit.Iam.Tests.Reach;

/// <summary>Policies of the kind that AWS's pages call public or not, with the verdict that those pages give.</summary>
public class KnownVerdictTests
{
    private const string Bucket = "arn:aws:s3:::reports/*";

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
    [Theory]
    [InlineData("\"*\"", "{}", true)]
    [InlineData("""{"Federated":"graph.facebook.com"}""", "{}", true)]
    [InlineData("\"*\"", """{"StringLike":{"aws:SourceVpc":"vpc-*"}}""", true)]
    [InlineData("\"*\"", """{"StringEquals":{"aws:SourceVpc":"vpc-91237329"}}""", false)]
    [InlineData("\"*\"", """{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}""", false)]
    [InlineData("\"*\"", """{"IpAddress":{"aws:SourceIp":"0.0.0.0/1"}}""", true)]
    [InlineData("\"*\"", """{"IpAddress":{"aws:SourceIp":"11.0.0.0/8"}}""", false)]
    [InlineData("\"*\"", """{"IpAddress":{"aws:SourceIp":"12.0.0.0/7"}}""", true)]
    [InlineData("\"*\"", """{"IpAddress":{"aws:SourceIp":"2001:db8::/32"}}""", false)]
    [InlineData("\"*\"", """{"IpAddress":{"aws:SourceIp":"2000::/8"}}""", true)]
    [InlineData("\"*\"", """{"IpAddress":{"aws:SourceIp":"172.16.0.0/12"}}""", false)] // the private ranges of RFC 1918 are excepted
    [InlineData("\"*\"", """{"ArnEquals":{"aws:SourceArn":"arn:aws:sns:eu-west-1:444455556666:topic"}}""", false)]
    [InlineData("\"*\"", """{"ArnLike":{"aws:SourceArn":"arn:aws:sns:eu-west-1:*:topic"}}""", true)]
    [InlineData("\"*\"", """{"StringEquals":{"aws:SourceVpce":"vpce-1a2b3c4d"}}""", false)]
    [InlineData("\"*\"", """{"StringEquals":{"aws:SourceOwner":"444455556666"}}""", false)]
    [InlineData("\"*\"", """{"StringEquals":{"aws:SourceAccount":"444455556666"}}""", false)]
    [InlineData("\"*\"", """{"StringLike":{"aws:SourceAccount":"*"}}""", true)]
    [InlineData("\"*\"", """{"StringEquals":{"s3:x-amz-server-side-encryption-aws-kms-key-id":"arn:aws:kms:eu-west-1:111122223333:key/1234abcd"}}""", false)]
    [InlineData("\"*\"", """{"StringLike":{"aws:userid":"AROAEXAMPLEID:*"}}""", false)]
    [InlineData("\"*\"", """{"ArnLike":{"s3:DataAccessPointArn":"arn:aws:s3:us-west-2:123456789012:accesspoint/*"}}""", false)]
    [InlineData("\"*\"", """{"ArnLike":{"s3:DataAccessPointArn":"arn:aws:s3:us-west-2:*:accesspoint/*"}}""", true)]
    [InlineData("\"*\"", """{"StringEquals":{"s3:DataAccessPointAccount":"123456789012"}}""", false)]
    [InlineData("\"*\"", """{"StringEquals":{"aws:SourceVpc":"${aws:SourceVpc}"}}""", true)]
    [InlineData("""{"Service":"cloudtrail.amazonaws.com"}""", "{}", false)]
    [InlineData("""{"AWS":"444455556666"}""", "{}", false)]
    [InlineData("""{"AWS":["444455556666","*"]}""", "{}", true)]
    public void A_bucket_policy_is_public_as_the_page_says(string principal, string condition, bool isPublic)
    {
        var policy = Parse(Document($$"""{"Effect":"Allow","Principal":{{principal}},"Action":"s3:PutObject","Resource":"{{Bucket}}","Condition":{{condition}}}"""), PolicyKind.Resource);

        Assert.Equal(isPublic, PolicyReach.Of(policy).IsPublic);
    }

    // https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
    [Fact]
    public void The_default_key_policy_lets_in_nobody_outside_of_its_account()
    {
        var policy = Parse(Document("""{"Sid":"Enable IAM User Permissions","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}"""), PolicyKind.Key);

        Assert.False(PolicyReach.Of(policy).IsPublic);
        Assert.IsType<ReachVerdict.Denied>(PolicyReach.Find(policy, new TrustZone { Accounts = [Account] }));
    }

    // The policy of the aws/secretsmanager key: https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
    [Theory]
    [InlineData("""{"StringEquals":{"kms:CallerAccount":"111122223333","kms:ViaService":"secretsmanager.eu-west-1.amazonaws.com"}}""", false)]
    [InlineData("""{"StringEquals":{"kms:ViaService":"secretsmanager.eu-west-1.amazonaws.com"}}""", true)]
    public void A_key_that_serves_through_Secrets_Manager_is_public_unless_it_names_the_callers_account(string condition, bool isPublic)
    {
        var policy = Parse(Document($$"""{"Effect":"Allow","Principal":{"AWS":"*"},"Action":["kms:Encrypt","kms:Decrypt","kms:GenerateDataKey*","kms:CreateGrant"],"Resource":"*","Condition":{{condition}}}"""), PolicyKind.Key);

        Assert.Equal(isPublic, PolicyReach.Of(policy).IsPublic);
        Assert.Equal(isPublic, PolicyReach.Find(policy, new TrustZone { Accounts = [Account] }) is ReachVerdict.Allowed);
    }

    // A pattern's star between two marks is filled with what could stand there, not with nothing.
    [Theory]
    [InlineData("""{"StringLike":{"kms:ViaService":"secretsmanager.*.amazonaws.com"}}""", "kms:ViaService = secretsmanager.us-east-1.amazonaws.com")]
    [InlineData("""{"StringLike":{"aws:Referer":"https://*.example.com/*"}}""", "aws:Referer = https://any.example.com/")]
    [InlineData("""{"StringLike":{"aws:Referer":"https://*.example.com/"},"StringNotLike":{"aws:Referer":"https://?*.example.com/"}}""", "aws:Referer = https://.example.com/")]
    public void A_witness_sends_what_somebody_would_send(string condition, string sent)
    {
        var policy = Parse(Document($$"""{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"kms:Decrypt","Resource":"*","Condition":{{condition}}}"""), PolicyKind.Key);

        Assert.EndsWith(sent, Witness(policy).Words, StringComparison.Ordinal);
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-federatedprovider
    [Theory]
    [InlineData("""{"StringEquals":{"aws:FederatedProvider":"cognito-identity.amazonaws.com"}}""", true)]
    [InlineData("""{"StringEquals":{"aws:FederatedProvider":"arn:aws:iam::111122223333:oidc-provider/idp.example.com"}}""", false)]
    [InlineData("""{"StringLike":{"aws:FederatedProvider":"arn:aws:iam::111122223333:oidc-provider/*"}}""", false)]
    [InlineData("""{"StringLike":{"aws:FederatedProvider":"arn:aws:iam::*:oidc-provider/idp.example.com"}}""", true)]
    [InlineData("""{"StringNotEquals":{"aws:FederatedProvider":"arn:aws:iam::111122223333:oidc-provider/idp.example.com"}}""", true)]
    public void A_session_has_a_provider_of_its_own_account_or_one_that_AWS_has_for_everybody(string condition, bool isPublic)
    {
        var policy = Parse(Document($$"""{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"secretsmanager:GetSecretValue","Resource":"*","Condition":{{condition}}}"""), PolicyKind.Secret);

        Assert.Equal(isPublic, PolicyReach.Of(policy).IsPublic);
        Assert.Equal(isPublic, PolicyReach.Find(policy, new TrustZone { Accounts = [Account] }) is ReachVerdict.Allowed);
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user_externalid.html
    [Fact]
    public void A_role_that_only_asks_for_an_external_id_is_open_to_whoever_knows_it()
    {
        var policy = Parse(Document("""{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"12345"}}}"""), PolicyKind.RoleTrust);

        Assert.Equal("any AWS account can call AssumeRole if it sends sts:ExternalId = 12345", Witness(policy).Words);
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub
    [Theory]
    [InlineData("""{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"}}""", true)]
    [InlineData("""{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:*"}}""", true)]
    [InlineData("""{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:*/infra:*"}}""", true)]
    [InlineData("""{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:example/*"}}""", false)]
    [InlineData("""{"StringEquals":{"token.actions.githubusercontent.com:sub":"repo:example/infra:ref:refs/heads/main"}}""", false)]
    public void A_role_for_GitHub_is_public_unless_it_names_whose_repositories_may_have_it(string condition, bool isPublic)
    {
        var policy = Parse(
            Document($$"""{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{{condition}}}"""),
            PolicyKind.RoleTrust);

        Assert.Equal(isPublic, PolicyReach.Find(policy, new TrustZone { Accounts = [Account] }) is ReachVerdict.Allowed);
        Assert.Equal(isPublic, PolicyReach.Of(policy).IsPublic);
    }

    // IAM Access Analyzer: https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-concepts.html (zone of trust)
    [Theory]
    [InlineData("""{"AWS":"444455556666"}""", "{}", "account 444455556666 can call GetSecretValue")]
    [InlineData("""{"AWS":"arn:aws:iam::444455556666:user/bob"}""", "{}", "arn:aws:iam::444455556666:user/bob can call GetSecretValue")]
    [InlineData("\"*\"", """{"StringEquals":{"aws:PrincipalOrgID":"o-elsewhere00"}}""", "any account of the organisation o-elsewhere00 can call GetSecretValue")]
    [InlineData("\"*\"", """{"StringEquals":{"aws:PrincipalOrgID":"o-ours000000"}}""", null)]
    [InlineData("\"*\"", """{"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"o-other00000/r-ab12/ou-ab12-11111111/*"}}""", null)]
    [InlineData("\"*\"", """{"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"o-other00000/*/ou-ab12-11111111/*"}}""", null)]
    [InlineData("\"*\"", """{"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"o-other00000/*/ou-ab12-22222222/*"}}""", "any account of the organisation o-other00000 can call GetSecretValue")]
    [InlineData("\"*\"", """{"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"o-other00000/r-ab12/*"}}""", "any account of the organisation o-other00000 can call GetSecretValue")]
    [InlineData("\"*\"", """{"StringEquals":{"aws:SourceVpc":"vpc-0123456789abcdef0"}}""", null)]
    [InlineData("\"*\"", """{"StringEquals":{"aws:SourceVpce":"vpce-1a2b3c4d"}}""", null)]
    [InlineData("\"*\"", """{"IpAddress":{"aws:SourceIp":"198.51.100.0/25"}}""", null)]
    [InlineData("\"*\"", """{"IpAddress":{"aws:SourceIp":"198.51.100.0/23"}}""", "any AWS account can call GetSecretValue from an address such as 198.51.101.0")]
    [InlineData("""{"AWS":"111122223333"}""", "{}", null)]
    [InlineData("""{"Service":"lambda.amazonaws.com"}""", "{}", null)]
    public void Only_what_lies_outside_of_the_trust_zone_is_found(string principal, string condition, string? words)
    {
        var zone = new TrustZone
        {
            Accounts = [Account],
            Organizations = ["o-ours000000"],
            OrganizationPaths = ["o-other00000/r-ab12/ou-ab12-11111111/"],
            Vpcs = ["vpc-0123456789abcdef0"],
            VpcEndpoints = ["vpce-1a2b3c4d"],
            IpRanges = ["198.51.100.0/24"],
        };

        var verdict = PolicyReach.Find(Resource(Allow(principal, condition)), zone);

        Assert.Equal(words, (verdict as ReachVerdict.Allowed)?.Witness.Words);
        Assert.IsNotType<ReachVerdict.Undetermined>(verdict);
    }

    [Fact]
    public void A_service_that_may_act_for_anyone_is_found_when_asked_for()
    {
        var policy = Resource(Allow("""{"Service":"lambda.amazonaws.com"}""", """{"ArnLike":{"aws:SourceArn":"arn:aws:lambda:*:*:function:*"}}"""));

        var verdict = Assert.IsType<ReachVerdict.Allowed>(
            PolicyReach.Find(policy, new TrustZone { Accounts = [Account] }, new ReachOptions { Outsiders = Outsiders.AnyoneOutsideAndServices }));
        Assert.Equal("the service lambda.amazonaws.com, acting for arn:aws:lambda::999999999999:function:, can call GetSecretValue", verdict.Witness.Words);
    }

    // The resource's own account and organisation, whichever they are: nobody in them is a stranger.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceorgid
    [Theory]
    [InlineData("""{"StringEquals":{"aws:PrincipalAccount":"${aws:ResourceAccount}"}}""", false)]
    [InlineData("""{"StringEquals":{"aws:ResourceAccount":"${aws:PrincipalAccount}"}}""", false)]
    [InlineData("""{"StringEquals":{"aws:PrincipalOrgID":"${aws:ResourceOrgID}"}}""", false)]
    [InlineData("""{"StringEquals":{"aws:ResourceOrgID":"${aws:PrincipalOrgID}"}}""", false)]
    [InlineData("""{"StringNotEquals":{"aws:PrincipalAccount":"${aws:ResourceAccount}"}}""", true)]
    [InlineData("""{"StringEquals":{"aws:PrincipalAccount":"${aws:SourceAccount}"}}""", true)]
    [InlineData("""{"StringEqualsIgnoreCase":{"aws:PrincipalOrgID":"O-A1B2C3D4E5"}}""", false)]
    [InlineData("""{"StringEqualsIgnoreCase":{"aws:SourceVpce":"VPCE-1A2B3C4D"}}""", false)]
    public void Whoever_belongs_to_the_resources_owner_or_is_named_in_other_letters_is_no_stranger(string condition, bool isPublic)
    {
        var policy = Resource(Allow("\"*\"", condition));

        Assert.Equal(isPublic, PolicyReach.Of(policy).IsPublic);
        Assert.Equal(isPublic, PolicyReach.Of(policy, new ReachOptions { Resource = "arn:aws:secretsmanager:eu-west-1:999999999999:secret:app-AbCdEf" }).IsPublic);
    }

    [Theory]
    [InlineData("""{"StringEquals":{"aws:PrincipalAccount":"${aws:ResourceAccount}"}}""", false)]
    [InlineData("""{"StringEquals":{"aws:ResourceAccount":"${aws:PrincipalAccount}"}}""", false)]
    [InlineData("""{"StringEquals":{"aws:PrincipalOrgID":"${aws:ResourceOrgID}"}}""", false)]
    [InlineData("""{"StringEquals":{"aws:ResourceOrgID":"${aws:PrincipalOrgID}"}}""", false)]
    [InlineData("""{"StringEqualsIgnoreCase":{"aws:PrincipalOrgID":"O-OURS000000"}}""", false)]
    [InlineData("""{"StringEqualsIfExists":{"aws:PrincipalOrgID":"${aws:ResourceOrgID}"}}""", true)]
    [InlineData("""{"StringNotEquals":{"aws:ResourceAccount":"${aws:PrincipalAccount}"}}""", true)]
    public void Whoever_belongs_to_a_trusted_owner_is_not_outside(string condition, bool isOutside)
    {
        var verdict = PolicyReach.Find(Resource(Allow("\"*\"", condition)), new TrustZone { Accounts = [Account], Organizations = ["o-ours000000"] });

        Assert.Equal(isOutside, verdict is ReachVerdict.Allowed);
        Assert.Equal(!isOutside, verdict is ReachVerdict.Denied);
    }

    [Theory]
    [InlineData(2026, false)]
    [InlineData(2025, true)]
    public void What_has_expired_is_no_longer_public(int year, bool isPublic) => Assert.Equal(isPublic, PolicyReach.Of(
        Resource(Allow("\"*\"", """{"DateLessThan":{"aws:CurrentTime":"2026-01-01T00:00:00Z"}}""")), new ReachOptions { AsOf = new DateTimeOffset(year, 8, 1, 0, 0, 0, TimeSpan.Zero) }).IsPublic);

    // An Allow for all with Denies around it, as in Zelkova's examples: the exceptions of the Denies decide.
    [Theory]
    [InlineData("""{"StringNotEquals":{"aws:SourceVpc":"vpc-11112222"}}""", false)]
    [InlineData("""{"StringNotEqualsIfExists":{"aws:SourceVpc":"vpc-11112222"}}""", false)]
    [InlineData("""{"StringNotEquals":{"aws:SourceVpc":"vpc-11112222"},"Bool":{"aws:ViaAWSService":"false"}}""", true)] // through any service that forwards the call
    [InlineData("""{"StringNotEquals":{"aws:SourceVpc":"vpc-11112222"},"StringNotLike":{"aws:userid":"AROAEXAMPLEID:*"}}""", false)]
    [InlineData("""{"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"},"Null":{"aws:SourceVpc":"true"}}""", true)] // through any VPC endpoint
    [InlineData("""{"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/trusted"}}""", true)] // anybody can have a role of that name
    [InlineData("""{"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/trusted"}}""", false)]
    [InlineData("""{"StringEquals":{"aws:Referer":"https://bad.example"}}""", true)]
    [InlineData("""{"Null":{"aws:PrincipalOrgID":"true"}}""", true)]
    public void The_exceptions_of_a_deny_decide_who_is_left(string condition, bool isPublic) =>
        Assert.Equal(isPublic, PolicyReach.Of(Resource(Allow("\"*\""), Deny("\"*\"", condition))).IsPublic);

    [Fact]
    public void Two_denies_may_leave_a_gap_between_them_that_neither_leaves()
    {
        var resource = Resource(
            Allow("\"*\""),
            Deny("\"*\"", """{"StringLike":{"aws:Referer":"a*"}}"""),
            Deny("\"*\"", """{"StringNotLike":{"aws:Referer":"*z"}}"""));

        var witness = Witness(resource);
        Assert.Matches("^any AWS account can call GetSecretValue if it sends aws:Referer = [^a]?.*z$", witness.Words);
        Assert.IsType<ReachVerdict.Denied>(PolicyReach.Find(
            Resource(Allow("\"*\""), Deny("\"*\"", """{"StringLike":{"aws:Referer":"a*"}}"""), Deny("\"*\"", """{"StringNotLike":{"aws:Referer":"a*z"}}""")), TrustZone.Nobody));
    }

    [Fact]
    public void A_search_out_of_budget_is_undetermined_and_never_a_no()
    {
        var policy = Resource(Allow("\"*\"", """{"ArnLike":{"aws:PrincipalArn":["*a*b*c*","*d*e*f*"]},"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}"""));

        Assert.IsType<ReachVerdict.Undetermined>(PolicyReach.Find(policy, TrustZone.Nobody, new ReachOptions { Outsiders = Outsiders.Strangers, Budget = 50 }));
    }

    [Fact]
    public void A_zone_with_an_entry_that_cannot_be_meant_is_refused() =>
        Assert.Contains("twelve digits", Assert.Throws<ArgumentException>(() => PolicyReach.Find(Resource(Allow("\"*\"")), new TrustZone { Accounts = ["12"] })).Message, StringComparison.Ordinal);

    [Fact]
    public void An_expired_grant_lets_nobody_in()
    {
        var policy = Resource(Allow("\"*\"", """{"DateLessThan":{"aws:CurrentTime":"2026-01-01T00:00:00Z"}}"""));

        Assert.IsType<ReachVerdict.Denied>(PolicyReach.Find(policy, TrustZone.Nobody, new ReachOptions { AsOf = new DateTimeOffset(2026, 8, 1, 0, 0, 0, TimeSpan.Zero) }));
        Assert.IsType<ReachVerdict.Allowed>(PolicyReach.Find(policy, TrustZone.Nobody, new ReachOptions { AsOf = new DateTimeOffset(2025, 8, 1, 0, 0, 0, TimeSpan.Zero) }));
    }

    [Fact]
    public void What_is_known_of_the_resource_decides_and_what_is_not_is_assumed_aloud()
    {
        var policy = Resource(Allow("\"*\"", """{"StringEquals":{"aws:ResourceTag/public":"yes"}}"""));

        Assert.Equal(["The resource has aws:ResourceTag/public = yes."], Witness(policy).Assumptions);
        Assert.IsType<ReachVerdict.Denied>(PolicyReach.Find(policy, TrustZone.Nobody, new ReachOptions { Known = new RequestContext { { "aws:ResourceTag/public", "no" } } }));
    }

    // Comparisons that nobody makes of such keys are not told apart; that is no reason for a no.
    [Theory]
    [InlineData("""{"NumericLessThan":{"aws:PrincipalAccount":"444400000000"}}""")]
    [InlineData("""{"StringLike":{"aws:VpcSourceIp":"10.?.*"}}""")]
    [InlineData("""{"StringLike":{"aws:SourceIp":"1?3.*"}}""")]
    [InlineData("""{"NumericLessThan":{"kms:Number":"5"},"StringLike":{"kms:Number":"?"}}""")]
    public void What_the_search_cannot_tell_apart_is_never_a_no(string condition) =>
        Assert.IsNotType<ReachVerdict.Denied>(PolicyReach.Find(Resource(Allow("\"*\"", condition)), TrustZone.Nobody));

    [Fact]
    public void A_canonical_user_is_somebody_outside()
    {
        var policy = Parse(Document("""{"Effect":"Allow","Principal":{"CanonicalUser":"79a59df900b949e5"},"Action":"s3:GetObject","Resource":"*"}"""), PolicyKind.Resource);

        Assert.Equal("the account with the canonical user id 79a59df900b949e5 can call GetObject", Witness(policy).Words);
        Assert.False(PolicyReach.Of(policy).IsPublic);
    }

    private static ReachWitness Witness(PolicyDocument policy) => Assert.IsType<ReachVerdict.Allowed>(PolicyReach.Find(policy, TrustZone.Nobody)).Witness;
}
