using static SecretsAudit.Iam.Tests.Policies;

namespace SecretsAudit.Iam.Tests.Reach;

/// <summary>Policy variables tie parts of a request together; most such policies are decided all the same.</summary>
public class TangledVariableTests
{
    private static readonly TrustZone Zone = new() { Accounts = [Account], Organizations = ["o-trustedorg"] };

    private const string Everyone = """{"Effect":"Allow","Principal":"*","Action":"secretsmanager:GetSecretValue","Resource":"*"}""";

    private static ReachVerdict Find(params string[] statements) => PolicyReach.Find(Resource(statements), Zone);

    private static string AllowIf(string condition) => Allow("\"*\"", condition);

    private static string DenyAll(string condition) => $$"""{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{{condition}}}""";

    [Theory]
    [InlineData("""{"StringEquals":{"aws:ResourceTag/team":"${aws:PrincipalTag/team}"}}""")]
    [InlineData("""{"StringEquals":{"aws:PrincipalTag/a":"${aws:ResourceTag/a}","aws:PrincipalTag/b":"${aws:ResourceTag/b}","aws:PrincipalTag/c":"${aws:ResourceTag/c}"}}""")]
    [InlineData("""{"StringLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/${aws:PrincipalTag/team}-*"}}""")]
    [InlineData("""{"StringEquals":{"aws:RequestTag/owner":"${aws:username}"}}""")]
    [InlineData("""{"ForAllValues:StringEquals":{"aws:TagKeys":["${aws:PrincipalTag/key}","b"]},"Null":{"aws:TagKeys":"false"}}""")]
    public void What_the_caller_can_choose_lets_strangers_in(string condition) => Assert.IsType<ReachVerdict.Allowed>(Find(AllowIf(condition)));

    [Theory]
    [InlineData("secret:${aws:username}/*")]
    [InlineData("secret:${aws:PrincipalTag/team}/*")]
    [InlineData("secret:home/${aws:userid}/*")]
    public void A_name_in_the_resource_lets_in_whoever_has_it(string name) =>
        Assert.IsType<ReachVerdict.Allowed>(Find($$"""{"Effect":"Allow","Principal":"*","Action":"secretsmanager:GetSecretValue","Resource":"arn:aws:secretsmanager:*:*:{{name}}"}"""));

    [Theory]
    [InlineData("""{"StringEquals":{"aws:ResourceTag/team":"${aws:PrincipalTag/team}","aws:PrincipalOrgID":"o-trustedorg"}}""")]
    [InlineData("""{"StringEquals":{"aws:PrincipalOrgID":"${aws:ResourceOrgID}"}}""")]
    [InlineData("""{"StringEquals":{"aws:PrincipalAccount":"${aws:ResourceAccount}"}}""")]
    [InlineData("""{"StringEquals":{"aws:SourceAccount":"${aws:ResourceAccount}"}}""")]
    [InlineData("""{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/${aws:PrincipalTag/team}-*"}}""")]
    [InlineData("""{"StringLike":{"aws:userid":"AROAEXAMPLEROLEID000:${aws:PrincipalTag/x}"}}""")]
    [InlineData("""{"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"${aws:ResourceOrgID}/*"}}""")]
    public void What_names_the_owner_or_the_zone_lets_no_stranger_in(string condition) => Assert.IsType<ReachVerdict.Denied>(Find(AllowIf(condition)));

    [Theory]
    [InlineData("""{"StringEquals":{"aws:PrincipalTag/a":"${aws:PrincipalTag/b}"},"StringNotEquals":{"aws:PrincipalTag/b":"${aws:PrincipalTag/a}"}}""")]
    [InlineData("""{"StringEquals":{"aws:PrincipalTag/team":"red","aws:ResourceTag/team":"${aws:PrincipalTag/team}"},"StringNotEquals":{"aws:ResourceTag/team":"red"}}""")]
    public void Comparisons_that_no_values_fulfil_are_proved_so(string condition) => Assert.IsType<ReachVerdict.Denied>(Find(AllowIf(condition)));

    // Each has values that fulfil it: a proof that says otherwise would be wrong.
    [Theory]
    [InlineData("""{"StringEquals":{"aws:PrincipalTag/a":"${aws:PrincipalTag/b}"},"StringNotEquals":{"aws:PrincipalTag/b":"${aws:PrincipalTag/c}"},"Null":{"aws:PrincipalTag/c":"false"}}""")]
    [InlineData("""{"StringEquals":{"aws:ResourceTag/team":"${aws:PrincipalTag/team}"},"StringNotEquals":{"aws:ResourceTag/team":"red"},"StringLike":{"aws:PrincipalTag/team":"r*"}}""")]
    [InlineData("""{"StringNotEquals":{"aws:PrincipalTag/a":["${aws:PrincipalTag/b}","x"]},"StringLike":{"aws:PrincipalTag/a":"x*","aws:PrincipalTag/b":"x*"}}""")]
    public void Comparisons_that_some_values_fulfil_are_found(string condition) => Assert.IsType<ReachVerdict.Allowed>(Find(AllowIf(condition)));

    [Theory]
    [InlineData("""{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"${aws:ResourceOrgID}"}}""", false)]
    [InlineData("""{"StringNotEquals":{"aws:PrincipalAccount":"${aws:ResourceAccount}"}}""", false)]
    [InlineData("""{"StringNotEqualsIfExists":{"aws:PrincipalTag/team":"${aws:ResourceTag/team}"}}""", true)]
    public void A_Deny_for_all_but_the_owner_holds_and_one_for_a_tag_does_not(string condition, bool expected) =>
        Assert.Equal(expected, Find(Everyone, DenyAll(condition)) is ReachVerdict.Allowed);

    [Fact]
    public void A_caller_s_own_resource_is_no_way_in()
    {
        var verdict = Find("""{"Effect":"Allow","Principal":"*","Action":"secretsmanager:GetSecretValue","Resource":"arn:aws:secretsmanager:*:${aws:PrincipalAccount}:secret:*"}""");

        Assert.IsNotType<ReachVerdict.Allowed>(verdict);
    }
}
