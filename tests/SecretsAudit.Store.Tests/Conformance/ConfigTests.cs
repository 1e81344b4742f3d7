using SecretsAudit.Store.Operations.Config;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Conformance;

/// <remarks>https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html</remarks>
public sealed class ConfigTests
{
    // https://docs.aws.amazon.com/config/latest/developerguide/secretsmanager-secret-unused.html
    [Theory]
    [InlineData(30, "NON_COMPLIANT")]
    [InlineData(60, "COMPLIANT")]
    public async Task A_managed_rule_judges_by_its_parameter(int unusedForDays, string expected)
    {
        await using var store = await TestStore.OpenAsync();
        var secret = await store.Do(new CreateSecret.Request { Name = "s", SecretString = "x" });
        await store.Do(Rule("unused", "AWS", "SECRETSMANAGER_SECRET_UNUSED", $$"""{"unusedForDays":"{{unusedForDays}}"}"""));
        await store.PassAsync(TimeSpan.FromDays(45));

        var details = await store.Do(new GetComplianceDetailsByConfigRule.Request { ConfigRuleName = "unused" });

        var result = Assert.Single(details.EvaluationResults);
        Assert.Equal(expected, result.ComplianceType);
        Assert.Equal(secret.ARN, result.EvaluationResultIdentifier.EvaluationResultQualifier.ResourceId);
    }

    // https://docs.aws.amazon.com/config/latest/APIReference/API_PutExternalEvaluation.html
    [Fact]
    public async Task A_finding_is_written_back_under_a_custom_rule_and_gone_with_it()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Do(Rule("ours", "CUSTOM_LAMBDA", "arn:aws:lambda:eu-west-1:123456789012:function:audit", null));
        await store.Do(new PutExternalEvaluation.Request
        {
            ConfigRuleName = "ours",
            ExternalEvaluation = new()
            {
                ComplianceResourceType = "AWS::SecretsManager::Secret",
                ComplianceResourceId = "s",
                ComplianceType = "NON_COMPLIANT",
                Annotation = "rotation overdue",
                OrderingTimestamp = TestStore.Start,
            },
        });

        var compliance = await store.Do(new DescribeComplianceByConfigRule.Request { ConfigRuleNames = ["ours"] });
        await store.Do(new DeleteConfigRule.Request { ConfigRuleName = "ours" });

        Assert.Equal("NON_COMPLIANT", Assert.Single(compliance.ComplianceByConfigRules).Compliance.ComplianceType);
        await Assert.ThrowsAsync<NoSuchConfigRuleException>(() => store.Do(new GetComplianceDetailsByConfigRule.Request { ConfigRuleName = "ours" }));
    }

    // https://docs.aws.amazon.com/config/latest/APIReference/API_PutEvaluations.html
    [Fact]
    public async Task A_rule_function_s_verdicts_are_taken_as_a_test_and_else_only_with_a_token_that_was_given_out()
    {
        await using var store = await TestStore.OpenAsync();
        var request = new PutEvaluations.Request
        {
            ResultToken = "token",
            Evaluations =
            [
                new() { ComplianceResourceType = "AWS::SecretsManager::Secret", ComplianceResourceId = "s", ComplianceType = "COMPLIANT", OrderingTimestamp = TestStore.Start },
            ],
        };

        Assert.Empty((await store.Do(request with { TestMode = true })).FailedEvaluations);
        await Assert.ThrowsAsync<InvalidResultTokenException>(() => store.Do(request));
        await Assert.ThrowsAsync<InvalidParameterValueException>(() => store.Do(request with { Evaluations = null }));
        await Assert.ThrowsAsync<ValidationException>(() => store.Do(request with { Evaluations = [new()] }));
    }

    // https://docs.aws.amazon.com/config/latest/developerguide/example-query.html
    [Theory]
    [InlineData("SELECT resourceName WHERE resourceType = 'AWS::SecretsManager::Secret' AND configuration.rotationEnabled = false", """{"resourceName":"a"},{"resourceName":"b"}""")]
    [InlineData("select resourceName, configuration.description where resourceName like 'b%'", """{"resourceName":"b","configuration":{"description":"it's b"}}""")]
    [InlineData("SELECT resourceName WHERE resourceName IN ('a', 'c')", """{"resourceName":"a"}""")]
    public async Task A_query_answers_the_columns_of_the_resources_that_match(string expression, string expected)
    {
        await using var store = await TestStore.OpenAsync();
        await store.Do(new CreateSecret.Request { Name = "a", SecretString = "planted" });
        await store.Do(new CreateSecret.Request { Name = "b", SecretString = "planted", Description = "it's b" });

        var answer = await store.Do(new SelectResourceConfig.Request { Expression = expression });

        Assert.Equal(expected, string.Join(',', answer.Results).Replace("\\u0027", "'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DELETE FROM secrets")]
    [InlineData("SELECT resourceId WHERE resourceType = 'x' OR 1 = 1")]
    public async Task What_is_no_query_is_refused(string expression)
    {
        await using var store = await TestStore.OpenAsync();
        await Assert.ThrowsAsync<InvalidExpressionException>(() => store.Do(new SelectResourceConfig.Request { Expression = expression }));
    }

    [Fact]
    public async Task A_managed_rule_takes_no_parameter_that_it_does_not_know()
    {
        await using var store = await TestStore.OpenAsync();
        await Assert.ThrowsAsync<InvalidParameterValueException>(() => store.Do(Rule("cmk", "AWS", "SECRETSMANAGER_USING_CMK", """{"keys":"x"}""")));
    }

    private static PutConfigRule.Request Rule(string name, string owner, string identifier, string? parameters) => new()
    {
        ConfigRule = new() { ConfigRuleName = name, Source = new() { Owner = owner, SourceIdentifier = identifier }, InputParameters = parameters },
    };
}
