using static SecretsAudit.Iam.Tests.Policies;

namespace SecretsAudit.Iam.Tests.Evaluation;

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
public class SameAccountTests
{
    private const string AccountPrincipal = """{"AWS":"111122223333"}""";
    private const string RolePrincipal = """{"AWS":"arn:aws:iam::111122223333:role/app"}""";
    private const string SessionPrincipal = """{"AWS":"arn:aws:sts::111122223333:assumed-role/app/s1"}""";
    private const string UserPrincipal = """{"AWS":"arn:aws:iam::111122223333:user/alice"}""";
    private static readonly PolicyDocument Nothing = Identity("""{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}""");

    [Fact]
    public void Without_any_policy_nothing_is_allowed()
    {
        var decision = Decide(Get(User()));

        Assert.Equal(new AccessDecision(AccessOutcome.ImplicitDeny, PolicySource.Identity), decision);
        Assert.Equal(
            "User: arn:aws:iam::111122223333:user/alice is not authorized to perform: secretsmanager:GetSecretValue on resource: " + SecretArn
            + " because no identity-based policy allows the secretsmanager:GetSecretValue action",
            decision.DenialMessage(Get(User())));
    }

    [Fact]
    public void An_identity_policy_suffices() => Assert.True(Decide(Get(User()), null, Identity(AllowAll)).IsAllowed);

    [Fact]
    public void The_root_user_needs_no_policy() => Assert.True(Decide(Get(Principal.Root(Account))).IsAllowed);

    [Fact]
    public void A_deny_in_the_resource_policy_stops_even_the_root_user()
    {
        var decision = Decide(Get(Principal.Root(Account)), Resource(Deny("\"*\"")));

        Assert.Equal((AccessOutcome.ExplicitDeny, PolicySource.Resource), (decision.Outcome, decision.Source));
        Assert.Equal("with an explicit deny in a resource-based policy", decision.Because(GetSecretValue));
        Assert.NotNull(decision.Statement);
    }

    [Fact]
    public void A_deny_beats_every_allow() =>
        Assert.Equal(
            AccessOutcome.ExplicitDeny,
            Decide(Get(User()), Resource(Allow("\"*\"")), Identity(AllowAll, """{"Effect":"Deny","Action":"secretsmanager:*","Resource":"*"}""")).Outcome);

    [Theory]
    [InlineData(UserPrincipal)]
    [InlineData("\"*\"")]
    public void A_resource_policy_that_names_the_user_or_everyone_suffices(string principal) =>
        Assert.True(Decide(Get(User()), Resource(Allow(principal))).IsAllowed);

    [Fact]
    public void A_resource_policy_that_names_the_account_only_delegates()
    {
        Assert.False(Decide(Get(User()), Resource(Allow(AccountPrincipal))).IsAllowed);
        Assert.True(Decide(Get(User()), Resource(Allow(AccountPrincipal)), Identity(AllowAll)).IsAllowed);
    }

    [Theory]
    [InlineData(RolePrincipal, false)]
    [InlineData(SessionPrincipal, true)]
    [InlineData("\"*\"", true)]
    public void A_boundary_limits_a_grant_to_the_role_but_not_one_to_the_session_or_everyone(string principal, bool allowed)
    {
        var decision = PolicyEvaluator.Decide(Get(Session()), new PolicySet { Resource = Resource(Allow(principal)), Boundary = Nothing });

        Assert.Equal(allowed, decision.IsAllowed);
        if (!allowed)
            Assert.Equal("because no permissions boundary allows the secretsmanager:GetSecretValue action", decision.Because(GetSecretValue));
    }

    [Theory]
    [InlineData(RolePrincipal, false)]
    [InlineData(SessionPrincipal, true)]
    public void A_session_policy_limits_a_grant_to_the_role_but_not_one_to_the_session(string principal, bool allowed) =>
        Assert.Equal(allowed, PolicyEvaluator.Decide(Get(Session()), new PolicySet { Resource = Resource(Allow(principal)), Session = [Nothing] }).IsAllowed);

    [Fact]
    public void A_grant_to_the_user_passes_its_boundary() =>
        Assert.True(PolicyEvaluator.Decide(Get(User()), new PolicySet { Resource = Resource(Allow(UserPrincipal)), Boundary = Nothing }).IsAllowed);

    [Fact]
    public void A_grant_to_the_issuing_user_is_limited_by_the_federated_users_session_policy()
    {
        var federated = Principal.FederatedUser("arn:aws:iam::111122223333:user/alice", "guest");

        Assert.True(PolicyEvaluator.Decide(Get(federated), new PolicySet { Resource = Resource(Allow(UserPrincipal)) }).IsAllowed);
        Assert.False(PolicyEvaluator.Decide(Get(federated), new PolicySet { Resource = Resource(Allow(UserPrincipal)), Session = [Nothing] }).IsAllowed);
    }

    [Fact]
    public void An_identity_policy_is_cut_by_the_boundary_and_the_session_policy()
    {
        var full = new PolicySet { Identity = [Identity(AllowAll)] };

        Assert.Equal(PolicySource.Boundary, PolicyEvaluator.Decide(Get(Session()), full with { Boundary = Nothing }).Source);
        Assert.Equal(PolicySource.Session, PolicyEvaluator.Decide(Get(Session()), full with { Session = [Nothing] }).Source);
        Assert.True(PolicyEvaluator.Decide(Get(Session()), full with { Boundary = Identity(AllowAll), Session = [Identity(AllowAll)] }).IsAllowed);
    }

    // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
    [Fact]
    public void Every_level_of_the_organisation_must_allow()
    {
        var all = Identity(AllowAll);
        var policies = new PolicySet { Identity = [all], ServiceControl = [[all], [Nothing, all], [Nothing]] };

        var decision = PolicyEvaluator.Decide(Get(User()), policies);

        Assert.Equal("because no service control policy allows the secretsmanager:GetSecretValue action", decision.Because(GetSecretValue));
        Assert.True(PolicyEvaluator.Decide(Get(User()), policies with { ServiceControl = [[all], [Nothing, all]] }).IsAllowed);
    }

    [Fact]
    public void Service_control_policies_pass_service_linked_roles_by()
    {
        var linked = Principal.RoleSession("arn:aws:iam::111122223333:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS", "rds");

        Assert.True(PolicyEvaluator.Decide(Get(linked), new PolicySet { Identity = [Identity(AllowAll)], ServiceControl = [[Nothing]] }).IsAllowed);
    }

    [Fact]
    public void A_service_control_policy_stops_the_root_user() =>
        Assert.False(PolicyEvaluator.Decide(Get(Principal.Root(Account)), new PolicySet { ServiceControl = [[Nothing]] }).IsAllowed);
}
