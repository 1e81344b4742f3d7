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
        await store.Do(Rule("ours", "CUSTOM_POLICY", "guard-2.x.x", null));
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
    [InlineData("SELECT resourceName WHERE resourceName = 'a' OR (resourceName = 'b' AND NOT configuration.description = 'other')", """{"resourceName":"a"},{"resourceName":"b"}""")]
    [InlineData("SELECT resourceName WHERE resourceName NOT IN ('a') AND resourceType LIKE 'AWS::SecretsManager%' ORDER BY resourceName", """{"resourceName":"b"}""")]
    [InlineData("SELECT resourceName WHERE resourceName BETWEEN 'a' AND 'azz'", """{"resourceName":"a"}""")]
    [InlineData("SELECT resourceName WHERE resourceType = 'AWS::SecretsManager::Secret' ORDER BY resourceName DESC", """{"resourceName":"b"},{"resourceName":"a"}""")]
    [InlineData("SELECT COUNT(*) WHERE resourceType = 'AWS::SecretsManager::Secret'", """{"COUNT(*)":2}""")]
    [InlineData("SELECT configuration.rotationEnabled, COUNT(*), MAX(resourceName) WHERE resourceType = 'AWS::SecretsManager::Secret' GROUP BY configuration.rotationEnabled", """{"configuration":{"rotationEnabled":false},"COUNT(*)":2,"MAX(resourceName)":"b"}""")]
    [InlineData("SELECT COUNT(*) WHERE resourceType = 'AWS::No::Thing'", """{"COUNT(*)":0}""")]
    [InlineData("SELECT tags WHERE tags.key = 'owner' AND tags.value <> 'none'", """{"tags":[{"key":"owner","value":"shop"}]}""")]
    [InlineData("SELECT tags.key, resourceName WHERE tags.key = 'owner'", """{"tags":[{"key":"owner"}],"resourceName":"a"}""")]
    public async Task A_query_answers_the_columns_of_the_resources_that_match(string expression, string expected)
    {
        await using var store = await TestStore.OpenAsync();
        await store.Do(new CreateSecret.Request { Name = "a", SecretString = "planted", Tags = [new() { Key = "owner", Value = "shop" }] });
        await store.Do(new CreateSecret.Request { Name = "b", SecretString = "planted", Description = "it's b" });

        var answer = await store.Do(new SelectResourceConfig.Request { Expression = expression });

        Assert.Equal(expected, string.Join(',', answer.Results).Replace("\\u0027", "'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DELETE FROM secrets")]
    [InlineData("SELECT resourceId WHERE resourceType = 'x' OR 1 = 1")]
    [InlineData("SELECT resourceId FROM AWS::S3::Bucket")]
    [InlineData("SELECT resourceId, COUNT(*)")]
    [InlineData("SELECT resourceId WHERE resourceType")]
    [InlineData("SELECT resourceId WHERE (resourceType = 'x'")]
    [InlineData("SELECT resourceId WHERE resourceType = 'x' ; DROP")]
    public async Task What_is_no_query_is_refused(string expression)
    {
        await using var store = await TestStore.OpenAsync();
        await Assert.ThrowsAsync<InvalidExpressionException>(() => store.Do(new SelectResourceConfig.Request { Expression = expression }));
    }

    // https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigRule.html
    [Fact]
    public async Task A_managed_rule_that_the_store_cannot_judge_is_kept_and_says_so()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Do(Rule("password", "AWS", "IAM_PASSWORD_POLICY", """{"RequireNumbers":"true"}"""));

        var compliance = await store.Do(new DescribeComplianceByConfigRule.Request { ConfigRuleNames = ["password"] });

        Assert.Equal("INSUFFICIENT_DATA", Assert.Single(compliance.ComplianceByConfigRules).Compliance.ComplianceType);
        await Assert.ThrowsAsync<InvalidParameterValueException>(() => store.Do(Rule("keys", "AWS", "ACCESS_KEYS_ROTATED", null)));
        await Assert.ThrowsAsync<InvalidParameterValueException>(() => store.Do(Rule("none", "AWS", "NO_SUCH_RULE", null)));
        await Assert.ThrowsAsync<InvalidParameterValueException>(() => store.Do(Rule("ours", "CUSTOM_LAMBDA", "arn:aws:lambda:eu-west-1:123456789012:function:audit", null)));
    }

    // https://docs.aws.amazon.com/config/latest/APIReference/API_Scope.html
    [Fact]
    public async Task A_rule_with_a_tag_in_its_scope_judges_the_tagged_secrets_only()
    {
        await using var store = await TestStore.OpenAsync();
        var tagged = await store.Do(new CreateSecret.Request { Name = "a", SecretString = "x", Tags = [new() { Key = "stage", Value = "prod" }] });
        await store.Do(new CreateSecret.Request { Name = "b", SecretString = "x" });
        var rule = Rule("rotation", "AWS", "SECRETSMANAGER_ROTATION_ENABLED_CHECK", null);
        await store.Do(rule with { ConfigRule = rule.ConfigRule! with { Scope = new() { TagKey = "stage" } } });

        var details = await store.Do(new GetComplianceDetailsByConfigRule.Request { ConfigRuleName = "rotation" });

        Assert.Equal(tagged.ARN, Assert.Single(details.EvaluationResults).EvaluationResultIdentifier.EvaluationResultQualifier.ResourceId);
        await Assert.ThrowsAsync<InvalidParameterValueException>(() => store.Do(rule with { ConfigRule = rule.ConfigRule! with { Scope = new() { TagValue = "prod" } } }));
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
