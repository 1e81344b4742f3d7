using SecretsAudit.Store.Operations.Config;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Conformance;

/// <remarks>https://docs.aws.amazon.com/config/latest/developerguide/conformance-packs.html</remarks>
public sealed class ConformancePackTests
{
    // In the form of AWS's sample templates.
    private const string Template = """
        Parameters:
          UnusedDays:
            Default: '30'
            Type: String
          Keys:
            Default: ''
            Type: String
        Conditions:
          hasKeys: !Not [!Equals ['', !Ref Keys]]
        Resources:
          Unused:
            Type: AWS::Config::ConfigRule
            Properties:
              ConfigRuleName: secrets-unused
              InputParameters:
                unusedForDays:
                  Fn::If: [hasDays, !Ref UnusedDays, !Ref AWS::NoValue]
              Scope:
                ComplianceResourceTypes: [AWS::SecretsManager::Secret]
              Source:
                Owner: AWS
                SourceIdentifier: SECRETSMANAGER_SECRET_UNUSED
          Rotated:
            Type: AWS::Config::ConfigRule
            Properties:
              ConfigRuleName: secrets-rotated
              Source: { Owner: AWS, SourceIdentifier: SECRETSMANAGER_ROTATION_ENABLED_CHECK }
          Keyed:
            Type: AWS::Config::ConfigRule
            Condition: hasKeys
            Properties:
              ConfigRuleName: secrets-keyed
              Source: { Owner: AWS, SourceIdentifier: SECRETSMANAGER_USING_CMK }
        """;

    private static readonly string Pack = Template.Replace("hasKeys: ", "hasDays: !Not [!Equals ['', !Ref UnusedDays]]\n  hasKeys: ", StringComparison.Ordinal);

    // https://docs.aws.amazon.com/config/latest/APIReference/API_PutConformancePack.html
    [Fact]
    public async Task A_packs_rules_judge_the_secrets_by_its_parameters()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Do(new CreateSecret.Request { Name = "payments", SecretString = "planted" });
        await store.PassAsync(TimeSpan.FromDays(40));
        await store.Do(Put());
        await store.Do(Put() with { ConformancePackName = "patient", ConformancePackInputParameters = [new("UnusedDays", "60")] });

        var rules = (await store.Do(new DescribeConformancePackCompliance.Request { ConformancePackName = "secrets" })).ConformancePackRuleComplianceList;
        Assert.Equal(2, rules.Count);
        Assert.All(rules, rule => Assert.Equal("NON_COMPLIANT", rule.ComplianceType));
        Assert.Equal(
            [("secrets-rotated", "NON_COMPLIANT"), ("secrets-unused", "COMPLIANT")],
            (await store.Do(new DescribeConformancePackCompliance.Request { ConformancePackName = "patient" })).ConformancePackRuleComplianceList
                .Select(rule => (rule.ConfigRuleName[..rule.ConfigRuleName.IndexOf("-conformance-pack-", StringComparison.Ordinal)], rule.ComplianceType)));
    }

    // https://docs.aws.amazon.com/config/latest/APIReference/API_GetConformancePackComplianceDetails.html
    [Fact]
    public async Task A_packs_verdicts_its_summary_and_its_score_agree()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Do(new CreateSecret.Request { Name = "payments", SecretString = "planted" });
        await store.Do(Put());

        var details = await store.Do(new GetConformancePackComplianceDetails.Request { ConformancePackName = "secrets", Filters = new() { ComplianceType = "NON_COMPLIANT" } });
        Assert.StartsWith("secrets-rotated-", Assert.Single(details.ConformancePackRuleEvaluationResults!).EvaluationResultIdentifier.EvaluationResultQualifier.ConfigRuleName, StringComparison.Ordinal);
        Assert.Equal("NON_COMPLIANT", Assert.Single((await store.Do(new GetConformancePackComplianceSummary.Request { ConformancePackNames = ["secrets"] })).ConformancePackComplianceSummaryList).ConformancePackComplianceStatus);
        Assert.Equal("50", Assert.Single((await store.Do(new ListConformancePackComplianceScores.Request())).ConformancePackComplianceScores).Score);
        await Assert.ThrowsAsync<NoSuchConfigRuleInConformancePackException>(() => store.Do(new GetConformancePackComplianceDetails.Request { ConformancePackName = "secrets", Filters = new() { ConfigRuleNames = ["none"] } }));
    }

    // https://docs.aws.amazon.com/config/latest/developerguide/conformance-packs.html: its rules change with the pack only.
    [Fact]
    public async Task A_packs_rules_go_with_it_and_not_by_themselves()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Do(Put());
        var rule = (await store.Do(new DescribeConfigRules.Request())).ConfigRules[0];
        Assert.Equal("config-conforms.amazonaws.com", rule.CreatedBy);
        await Assert.ThrowsAsync<ConfigResourceInUseException>(() => store.Do(new DeleteConfigRule.Request { ConfigRuleName = rule.ConfigRuleName }));

        await store.Do(Put() with { ConformancePackInputParameters = [new("Keys", "any")] });
        Assert.Equal(3, (await store.Do(new DescribeConfigRules.Request())).ConfigRules.Count);
        await store.Do(new DeleteConformancePack.Request { ConformancePackName = "secrets" });
        Assert.Empty((await store.Do(new DescribeConfigRules.Request())).ConfigRules);
        await Assert.ThrowsAsync<NoSuchConformancePackException>(() => store.Do(new DescribeConformancePackStatus.Request { ConformancePackNames = ["secrets"] }));
    }

    // https://docs.aws.amazon.com/config/latest/APIReference/API_PutConformancePack.html#API_PutConformancePack_Errors
    [Theory]
    [InlineData("Resources: [")]
    [InlineData("Parameters: {}")]
    [InlineData("Resources: { A: { Type: 'AWS::S3::Bucket' } }")]
    [InlineData("Resources: { A: { Type: 'AWS::Config::ConfigRule', Properties: { ConfigRuleName: a, Source: { Owner: AWS, SourceIdentifier: NO_SUCH_RULE } } } }")]
    [InlineData("Resources: { A: { Type: 'AWS::Config::ConfigRule', Properties: { ConfigRuleName: !Ref Other, Source: { Owner: AWS, SourceIdentifier: SECRETSMANAGER_USING_CMK } } } }")]
    public async Task A_template_that_holds_anything_but_rules_is_refused(string template)
    {
        await using var store = await TestStore.OpenAsync();
        await Assert.ThrowsAsync<ConformancePackTemplateValidationException>(() => store.Do(Put() with { TemplateBody = template }));
    }

    // https://docs.aws.amazon.com/config/latest/APIReference/API_PutOrganizationConformancePack.html
    [Fact]
    public async Task A_pack_of_the_organisation_gives_the_account_its_rules_until_it_is_deleted()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Do(new PutOrganizationConformancePack.Request { OrganizationConformancePackName = "all", TemplateBody = Pack });
        var pack = Assert.Single((await store.Do(new DescribeConformancePacks.Request())).ConformancePackDetails);
        Assert.StartsWith("OrgConformsPack-all-", pack.ConformancePackName, StringComparison.Ordinal);
        Assert.Equal(2, (await store.Do(new DescribeConfigRules.Request())).ConfigRules.Count);

        await store.Do(new DeleteOrganizationConformancePack.Request { OrganizationConformancePackName = "all" });
        Assert.Empty((await store.Do(new DescribeConformancePacks.Request())).ConformancePackDetails);
        Assert.Empty((await store.Do(new DescribeConfigRules.Request())).ConfigRules);
    }

    private static PutConformancePack.Request Put() => new() { ConformancePackName = "secrets", TemplateBody = Pack };
}
