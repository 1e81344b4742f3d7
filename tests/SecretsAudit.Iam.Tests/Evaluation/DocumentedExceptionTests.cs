using static SecretsAudit.Iam.Tests.Policies;

namespace SecretsAudit.Iam.Tests.Evaluation;

/// <summary>What AWS's pages state beside the general logic.</summary>
public class DocumentedExceptionTests
{
    // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
    [Fact]
    public void Whoever_signs_may_ask_who_it_is_even_where_a_policy_denies_it()
    {
        var denied = Identity("""{"Effect":"Deny","Action":"sts:*","Resource":"*"}""");
        var request = new AccessRequest(User(), "sts:GetCallerIdentity", "*");

        Assert.True(PolicyEvaluator.Decide(request, new PolicySet { Identity = [denied] }).IsAllowed);
        Assert.False(PolicyEvaluator.Decide(new AccessRequest(Principal.Anonymous, "sts:GetCallerIdentity", "*"), new PolicySet()).IsAllowed);
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html#specifying-notprincipal-allow
    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/alice", false)]
    [InlineData("111122223333", false)]
    [InlineData("arn:aws:iam::111122223333:user/bob", true)]
    public void NotPrincipal_with_Allow_lets_in_all_but_those_listed(string listed, bool expected)
    {
        var policy = Resource($$"""{"Effect":"Allow","NotPrincipal":{"AWS":"{{listed}}"},"Action":"secretsmanager:GetSecretValue","Resource":"*"}""");

        Assert.Equal(expected, Decide(Get(User()), policy).IsAllowed);
    }

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
    [Fact]
    public void A_bucket_policy_may_name_a_CloudFront_origin_access_identity_which_is_no_stranger()
    {
        const string statement = """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1EXAMPLE"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::site/*"}""";
        var policy = Parse(Document(statement), PolicyKind.Resource);

        Assert.False(PolicyReach.Of(policy).IsPublic);
        Assert.False(PolicyDocument.Parse(Document(statement), PolicyKind.Secret).IsValid);
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html (Variable unsupported in element)
    [Fact]
    public void A_principal_takes_no_policy_variable() =>
        Assert.False(PolicyDocument.Parse(Document(Allow("""{"AWS":"arn:aws:iam::111122223333:user/${aws:username}"}""")), PolicyKind.Secret).IsValid);
}
