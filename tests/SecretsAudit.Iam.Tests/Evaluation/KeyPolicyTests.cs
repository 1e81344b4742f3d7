using static SecretsAudit.Iam.Tests.Policies;

namespace SecretsAudit.Iam.Tests.Evaluation;

// https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
public class KeyPolicyTests
{
    private const string KeyArn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    [Fact]
    public void An_identity_policy_alone_does_not_open_a_key()
    {
        var decision = Decide(User(), """{"AWS":"arn:aws:iam::111122223333:user/bob"}""", Identity(AllowAll));

        Assert.Equal("because no resource-based policy allows the kms:Decrypt action", decision.Because("kms:Decrypt"));
    }

    [Fact]
    public void A_key_policy_that_names_the_account_lets_identity_policies_decide()
    {
        Assert.True(Decide(User(), """{"AWS":"arn:aws:iam::111122223333:root"}""", Identity(AllowAll)).IsAllowed);
        Assert.Equal(PolicySource.Identity, Decide(User(), """{"AWS":"arn:aws:iam::111122223333:root"}""").Source);
    }

    [Fact]
    public void A_key_policy_that_names_the_user_suffices() =>
        Assert.True(Decide(User(), """{"AWS":"arn:aws:iam::111122223333:user/alice"}""").IsAllowed);

    [Fact]
    public void Even_the_root_user_needs_the_key_policy() =>
        Assert.False(Decide(Principal.Root(Account), """{"AWS":"arn:aws:iam::111122223333:user/alice"}""").IsAllowed);

    [Fact]
    public void Another_account_needs_both_sides()
    {
        Assert.False(Decide(User(OtherAccount), """{"AWS":"444455556666"}""").IsAllowed);
        Assert.True(Decide(User(OtherAccount), """{"AWS":"444455556666"}""", Identity(AllowAll)).IsAllowed);
        Assert.False(Decide(User(OtherAccount), """{"AWS":"111122223333"}""", Identity(AllowAll)).IsAllowed);
    }

    // The policy of aws/secretsmanager, in its essence: every principal of the account, through Secrets Manager.
    [Fact]
    public void The_default_key_serves_its_own_account_through_Secrets_Manager_only()
    {
        var policy = Parse(
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"kms:Decrypt","Resource":"*",
            "Condition":{"StringEquals":{"kms:CallerAccount":"111122223333","kms:ViaService":"secretsmanager.eu-west-1.amazonaws.com"}}}]}
            """,
            PolicyKind.Key);

        bool Allows(Principal principal, string? via)
        {
            var context = new RequestContext { { "kms:CallerAccount", principal.Account! } };
            if (via is not null)
                context.Add("kms:ViaService", via);
            return PolicyEvaluator.Decide(
                new AccessRequest(principal, "kms:Decrypt", KeyArn, context),
                new PolicySet { Resource = policy, ResourceRule = ResourcePolicyRule.MustAllow, Identity = [Identity(AllowAll)] }).IsAllowed;
        }

        Assert.True(Allows(User(), "secretsmanager.eu-west-1.amazonaws.com"));
        Assert.False(Allows(User(), null));
        Assert.False(Allows(User(OtherAccount), "secretsmanager.eu-west-1.amazonaws.com"));
    }

    // https://docs.aws.amazon.com/kms/latest/developerguide/grants.html
    [Theory]
    [InlineData("arn:aws:iam::444455556666:user/alice", "Decrypt", true)]
    [InlineData("arn:aws:iam::444455556666:user/alice", "Encrypt", false)]
    [InlineData("arn:aws:iam::444455556666:user/bob", "Decrypt", false)]
    [InlineData("arn:aws:iam::444455556666:root", "Decrypt", false)] // delegates to identity policies, and there are none
    public void A_grant_lets_its_grantee_in_beside_the_key_policy(string grantee, string operation, bool allowed) =>
        Assert.Equal(allowed, DecideWith(new KeyGrant { GranteePrincipal = grantee, Operations = [operation] }, []).IsAllowed);

    [Fact]
    public void A_grant_to_an_account_lets_its_identity_policies_decide() =>
        Assert.Equal(
            new AccessDecision(AccessOutcome.Allowed, PolicySource.Grant),
            DecideWith(new KeyGrant { GranteePrincipal = "arn:aws:iam::444455556666:root", Operations = ["Decrypt"] }, [Identity(AllowAll)]));

    // https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantConstraints.html
    [Theory]
    [InlineData("team", "a", true, true)]
    [InlineData("team", "b", false, false)]
    [InlineData("other", "a", false, false)]
    public void A_grants_constraints_ask_for_the_encryption_context(string name, string value, bool subset, bool equal)
    {
        var wanted = new Dictionary<string, string> { ["team"] = "a" };
        var grant = new KeyGrant { GranteePrincipal = User(OtherAccount).Arn, Operations = ["Decrypt"] };
        var context = new RequestContext { { $"kms:EncryptionContext:{name}", value } };
        var longer = new RequestContext { { $"kms:EncryptionContext:{name}", value }, { "kms:EncryptionContext:more", "x" } };

        Assert.Equal(subset, DecideWith(grant with { EncryptionContextSubset = wanted }, [], longer).IsAllowed);
        Assert.Equal(equal, DecideWith(grant with { EncryptionContextEquals = wanted }, [], context).IsAllowed);
        Assert.False(DecideWith(grant with { EncryptionContextEquals = wanted }, [], longer).IsAllowed);
    }

    [Fact]
    public void A_deny_beats_a_grant()
    {
        var grant = new KeyGrant { GranteePrincipal = User(OtherAccount).Arn, Operations = ["Decrypt"] };

        Assert.Equal(AccessOutcome.ExplicitDeny, DecideWith(grant, [Identity("""{"Effect":"Deny","Action":"kms:*","Resource":"*"}""")]).Outcome);
    }

    private static AccessDecision DecideWith(KeyGrant grant, PolicyDocument[] identity, RequestContext? context = null) => PolicyEvaluator.Decide(
        new AccessRequest(User(OtherAccount), "kms:Decrypt", KeyArn, context),
        new PolicySet
        {
            Resource = Parse(Document("""{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"kms:*","Resource":"*"}"""), PolicyKind.Key),
            ResourceRule = ResourcePolicyRule.MustAllow,
            Identity = identity,
            Grants = [grant],
        });

    private static AccessDecision Decide(Principal principal, string keyPrincipal, params PolicyDocument[] identity) =>
        PolicyEvaluator.Decide(
            new AccessRequest(principal, "kms:Decrypt", KeyArn),
            new PolicySet
            {
                Resource = Parse(Document($$"""{"Effect":"Allow","Principal":{{keyPrincipal}},"Action":"kms:*","Resource":"*"}"""), PolicyKind.Key),
                ResourceRule = ResourcePolicyRule.MustAllow,
                Identity = identity,
            });
}
