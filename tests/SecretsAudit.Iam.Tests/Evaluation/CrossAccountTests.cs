using static SecretsAudit.Iam.Tests.Policies;

namespace SecretsAudit.Iam.Tests.Evaluation;

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
public class CrossAccountTests
{
    private static readonly AccessRequest FromOutside = Get(User(OtherAccount));

    [Theory]
    [InlineData("""{"AWS":"444455556666"}""")]
    [InlineData("""{"AWS":"arn:aws:iam::444455556666:root"}""")]
    [InlineData("""{"AWS":"arn:aws:iam::444455556666:user/alice"}""")]
    [InlineData("\"*\"")]
    public void Both_sides_must_allow(string principal)
    {
        var resource = Resource(Allow(principal));

        Assert.True(Decide(FromOutside, resource, Identity(AllowAll)).IsAllowed);
        Assert.Equal((AccessOutcome.ImplicitDeny, PolicySource.Identity), (Decide(FromOutside, resource).Outcome, Decide(FromOutside, resource).Source));
        Assert.Equal(PolicySource.Resource, Decide(FromOutside, null, Identity(AllowAll)).Source);
    }

    [Fact]
    public void Another_accounts_name_does_not_help() =>
        Assert.False(Decide(FromOutside, Resource(Allow("""{"AWS":"777788889999"}""")), Identity(AllowAll)).IsAllowed);

    [Fact]
    public void The_other_accounts_root_user_needs_the_resource_policy()
    {
        Assert.False(Decide(Get(Principal.Root(OtherAccount))).IsAllowed);
        Assert.True(Decide(Get(Principal.Root(OtherAccount)), Resource(Allow("""{"AWS":"444455556666"}"""))).IsAllowed);
    }

    [Fact]
    public void An_unsigned_request_enters_only_where_everyone_may()
    {
        Assert.True(Decide(Get(Principal.Anonymous), Resource(Allow("\"*\""))).IsAllowed);
        Assert.True(Decide(Get(Principal.Anonymous), Resource(Allow("""{"AWS":"*"}"""))).IsAllowed);
        Assert.False(Decide(Get(Principal.Anonymous), Resource(Allow("""{"AWS":"111122223333"}"""))).IsAllowed);
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceaccount
    [Fact]
    public void A_service_enters_by_its_name_and_for_the_account_that_the_policy_names()
    {
        var policy = Resource(Allow("""{"Service":"lambda.amazonaws.com"}""", """{"StringEquals":{"aws:SourceAccount":"111122223333"}}"""));
        var lambda = Principal.Service("lambda.amazonaws.com");

        Assert.True(Decide(Get(lambda, new RequestContext { { "aws:SourceAccount", Account } }), policy).IsAllowed);
        Assert.False(Decide(Get(lambda, new RequestContext { { "aws:SourceAccount", OtherAccount } }), policy).IsAllowed);
        Assert.False(Decide(Get(lambda), policy).IsAllowed);
        Assert.False(Decide(Get(Principal.Service("ec2.amazonaws.com"), new RequestContext { { "aws:SourceAccount", Account } }), policy).IsAllowed);
    }

    [Fact]
    public void A_resource_control_policy_stops_outsiders_and_services_alike()
    {
        var all = Parse(Document("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}"""), PolicyKind.ResourceControl);
        var onlyOurs = Parse(
            Document("""{"Effect":"Deny","Principal":"*","Action":"secretsmanager:*","Resource":"*","Condition":{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-ours"}}}"""),
            PolicyKind.ResourceControl);
        var policies = new PolicySet { Resource = Resource(Allow("\"*\"")), Identity = [Identity(AllowAll)], ResourceControl = [[all, onlyOurs]] };

        Assert.Equal(PolicySource.ResourceControl, PolicyEvaluator.Decide(FromOutside, policies).Source);
        Assert.Equal(PolicySource.ResourceControl, PolicyEvaluator.Decide(Get(Principal.Service("lambda.amazonaws.com")), policies).Source);
        Assert.True(PolicyEvaluator.Decide(Get(User(OtherAccount), new RequestContext { { "aws:PrincipalOrgID", "o-ours" } }), policies).IsAllowed);
    }
}
