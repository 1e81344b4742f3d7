using SecretsAudit.Store.Operations.Config;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Rotation;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Conformance;

/// <summary>Rules' parameters, and compliance as it is asked for by rule and by resource.</summary>
/// <remarks>https://docs.aws.amazon.com/config/latest/developerguide/secretsmanager-rotation-enabled-check.html</remarks>
public sealed class ConfigComplianceTests
{
    private const string Function = "arn:aws:lambda:eu-west-1:123456789012:function:rotate";
    private const string Secret = "AWS::SecretsManager::Secret";

    [Theory]
    [InlineData("rate(30 days)", """{"maximumAllowedRotationFrequency":"30"}""", "COMPLIANT")]
    [InlineData("rate(31 days)", """{"maximumAllowedRotationFrequency":"30"}""", "NON_COMPLIANT")]
    [InlineData("cron(0 8 1 * ? *)", """{"maximumAllowedRotationFrequency":"31"}""", "COMPLIANT")]
    [InlineData("cron(0 8 1 1 ? *)", """{"maximumAllowedRotationFrequency":"90"}""", "NON_COMPLIANT")]
    [InlineData("rate(12 hours)", """{"maximumAllowedRotationFrequencyInHours":"12"}""", "COMPLIANT")]
    [InlineData("rate(1 day)", """{"maximumAllowedRotationFrequencyInHours":"12"}""", "NON_COMPLIANT")]
    public async Task A_schedule_complies_when_its_longest_pause_is_within_what_is_allowed(string schedule, string parameters, string expected)
    {
        await using var store = await TestStore.OpenAsync();
        store.Store.RotationFunctions.Register(Function, (_, _) => Task.CompletedTask);
        await store.Do(new CreateSecret.Request { Name = "s", SecretString = "x" });
        await store.Do(new RotateSecret.Request { SecretId = "s", RotationLambdaARN = Function, RotateImmediately = false, RotationRules = new() { ScheduleExpression = schedule } });
        await store.Do(Rule("rotation", "SECRETSMANAGER_ROTATION_ENABLED_CHECK", parameters));

        var details = await store.Do(new GetComplianceDetailsByConfigRule.Request { ConfigRuleName = "rotation" });

        Assert.Equal(expected, Assert.Single(details.EvaluationResults).ComplianceType);
    }

    [Theory]
    [InlineData("cron(0 8 ? * MON#1 *)", 35)]
    [InlineData("cron(0 8 1 1,7 ? *)", 184)]
    [InlineData("cron(0 0/8 * * ? *)", 0.3333)]
    public void The_longest_pause_of_a_cron_schedule_is_found_over_a_year(string schedule, double days)
    {
        var gap = RotationSchedule.LongestGap(new RotationSettings { Enabled = true, ScheduleExpression = schedule }, TestStore.Start);

        Assert.Equal(days, gap!.Value.TotalDays, precision: 3);
    }

    // https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigRule.html#API_PutConfigRule_Errors
    [Theory]
    [InlineData("SECRETSMANAGER_SECRET_UNUSED", """{"unusedForDays":"soon"}""")]
    [InlineData("SECRETSMANAGER_SECRET_PERIODIC_ROTATION", """{"maxDaysSinceRotation":"0"}""")]
    [InlineData("SECRETSMANAGER_ROTATION_ENABLED_CHECK", """{"maximumAllowedRotationFrequency":"-1"}""")]
    public async Task A_number_of_days_that_is_none_is_refused_and_does_not_pass_as_the_default(string identifier, string parameters)
    {
        await using var store = await TestStore.OpenAsync();

        await Assert.ThrowsAsync<InvalidParameterValueException>(() => store.Do(Rule("r", identifier, parameters)));
    }

    // https://docs.aws.amazon.com/config/latest/APIReference/API_EvaluationResult.html
    [Fact]
    public async Task A_verdict_of_a_managed_rule_is_of_the_time_it_is_asked_for()
    {
        await using var store = await WithTwoRulesAsync();
        await store.PassAsync(TimeSpan.FromHours(1));

        var result = (await store.Do(new GetComplianceDetailsByConfigRule.Request { ConfigRuleName = "cmk" })).EvaluationResults[0];

        var now = TestStore.Start.AddHours(1);
        Assert.Equal((now, now, now), (result.ResultRecordedTime, result.ConfigRuleInvokedTime, result.EvaluationResultIdentifier.OrderingTimestamp));
    }

    // https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeComplianceByResource.html
    [Fact]
    public async Task A_resource_that_one_rule_fails_is_not_compliant_and_counts_the_rules_that_fail_it()
    {
        await using var store = await WithTwoRulesAsync();

        var first = await store.Do(new DescribeComplianceByResource.Request { ResourceType = Secret, Limit = 1 });
        var second = await store.Do(new DescribeComplianceByResource.Request { ResourceType = Secret, Limit = 1, NextToken = first.NextToken });

        var resources = first.ComplianceByResources.Concat(second.ComplianceByResources).ToList();
        Assert.Null(second.NextToken);
        Assert.Equal(2, resources.Select(resource => resource.ResourceId).Distinct().Count());
        Assert.All(resources, resource => Assert.Equal(("NON_COMPLIANT", 1), (resource.Compliance.ComplianceType, resource.Compliance.ComplianceContributorCount!.CappedCount)));
        Assert.Empty((await store.Do(new DescribeComplianceByResource.Request { ComplianceTypes = ["COMPLIANT"] })).ComplianceByResources);
        await Assert.ThrowsAsync<InvalidParameterValueException>(() => store.Do(new DescribeComplianceByResource.Request { ResourceId = resources[0].ResourceId }));
    }

    // https://docs.aws.amazon.com/config/latest/APIReference/API_GetComplianceDetailsByResource.html
    [Fact]
    public async Task A_resource_has_one_result_of_each_rule()
    {
        await using var store = await WithTwoRulesAsync();
        var secret = (await store.Do(new DescribeComplianceByResource.Request { ResourceType = Secret })).ComplianceByResources[0];

        var details = await store.Do(new GetComplianceDetailsByResource.Request { ResourceType = Secret, ResourceId = secret.ResourceId });

        Assert.Equal(
            [("cmk", "NON_COMPLIANT"), ("unused", "COMPLIANT")],
            details.EvaluationResults.Select(result => (result.EvaluationResultIdentifier.EvaluationResultQualifier.ConfigRuleName, result.ComplianceType)).Order());
        await Assert.ThrowsAsync<InvalidParameterValueException>(() => store.Do(new GetComplianceDetailsByResource.Request { ResourceType = Secret }));
    }

    // https://docs.aws.amazon.com/config/latest/APIReference/API_GetComplianceSummaryByConfigRule.html
    // https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConfigRuleEvaluationStatus.html
    [Fact]
    public async Task Rules_are_counted_by_their_compliance_and_tell_when_they_ran()
    {
        await using var store = await WithTwoRulesAsync();
        await store.Do(new StartConfigRulesEvaluation.Request { ConfigRuleNames = ["cmk"] });

        var summary = (await store.Do(new GetComplianceSummaryByConfigRule.Request())).ComplianceSummary;
        var status = Assert.Single((await store.Do(new DescribeConfigRuleEvaluationStatus.Request { ConfigRuleNames = ["cmk"] })).ConfigRulesEvaluationStatus);

        Assert.Equal((1, 1), (summary.CompliantResourceCount.CappedCount, summary.NonCompliantResourceCount.CappedCount));
        Assert.Equal((true, TestStore.Start), (status.FirstEvaluationStarted, status.LastSuccessfulEvaluationTime));
        await Assert.ThrowsAsync<NoSuchConfigRuleException>(() => store.Do(new StartConfigRulesEvaluation.Request { ConfigRuleNames = ["none"] }));
        await Assert.ThrowsAsync<NoSuchConfigRuleException>(() => store.Do(new DescribeConfigRuleEvaluationStatus.Request { ConfigRuleNames = ["none"] }));
    }

    private static async Task<TestStore> WithTwoRulesAsync()
    {
        var store = await TestStore.OpenAsync();
        await store.Do(new CreateSecret.Request { Name = "a", SecretString = "x" });
        await store.Do(new CreateSecret.Request { Name = "b", SecretString = "x" });
        await store.Do(Rule("cmk", "SECRETSMANAGER_USING_CMK", null));
        await store.Do(Rule("unused", "SECRETSMANAGER_SECRET_UNUSED", """{"unusedForDays":"30"}"""));
        return store;
    }

    private static PutConfigRule.Request Rule(string name, string identifier, string? parameters) => new()
    {
        ConfigRule = new() { ConfigRuleName = name, Source = new() { Owner = "AWS", SourceIdentifier = identifier }, InputParameters = parameters },
    };
}
