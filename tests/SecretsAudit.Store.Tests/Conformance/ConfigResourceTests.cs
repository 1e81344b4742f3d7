using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Operations.Config;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;
using TagResource = SecretsAudit.Store.Operations.Config.TagResource;
using UntagResource = SecretsAudit.Store.Operations.Config.UntagResource;

namespace SecretsAudit.Store.Tests.Conformance;

/// <remarks>https://docs.aws.amazon.com/config/latest/developerguide/view-manage-resource.html</remarks>
public sealed class ConfigResourceTests
{
    private const string SecretType = "AWS::SecretsManager::Secret";
    private const string Other = "210987654321";

    // https://docs.aws.amazon.com/config/latest/APIReference/API_ListDiscoveredResources.html
    [Fact]
    public async Task Discovered_resources_are_listed_in_pages_and_their_configuration_never_holds_a_value()
    {
        await using var store = await TestStore.OpenAsync();
        var first = await store.Do(new CreateSecret.Request { Name = "a", SecretString = "planted" });
        await store.Do(new CreateSecret.Request { Name = "b", SecretString = "planted" });

        var page = await store.Do(new ListDiscoveredResources.Request { ResourceType = SecretType, Limit = 1 });
        var rest = await store.Do(new ListDiscoveredResources.Request { ResourceType = SecretType, Limit = 1, NextToken = page.NextToken });
        var batch = await store.Do(new BatchGetResourceConfig.Request { ResourceKeys = [new() { ResourceType = SecretType, ResourceId = first.ARN }, new() { ResourceType = SecretType, ResourceId = "none" }] });
        var history = await store.Do(new GetResourceConfigHistory.Request { ResourceType = SecretType, ResourceId = first.ARN });

        Assert.Equal(("a", "b", null), (Assert.Single(page.ResourceIdentifiers).ResourceName, Assert.Single(rest.ResourceIdentifiers).ResourceName, rest.NextToken));
        Assert.Contains("\"rotationEnabled\":false", Assert.Single(batch.BaseConfigurationItems).Configuration, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", batch.BaseConfigurationItems[0].Configuration, StringComparison.Ordinal);
        Assert.Equal(TestStore.Start, Assert.Single(history.ConfigurationItems).ConfigurationItemCaptureTime);
        await Assert.ThrowsAsync<ConfigInvalidNextTokenException>(() => store.Do(new ListDiscoveredResources.Request { ResourceType = SecretType, NextToken = "none" }));
        await Assert.ThrowsAsync<ResourceNotDiscoveredException>(() => store.Do(new GetResourceConfigHistory.Request { ResourceType = SecretType, ResourceId = "none" }));
    }

    // https://docs.aws.amazon.com/config/latest/APIReference/API_GetDiscoveredResourceCounts.html
    [Fact]
    public async Task Resources_that_Config_was_told_of_are_counted_until_they_are_taken_back()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Do(new CreateSecret.Request { Name = "a", SecretString = "x" });
        await store.Do(new PutResourceConfig.Request { ResourceType = "Acme::Vault::Box", SchemaVersionId = "1", ResourceId = "box", Configuration = """{"locked":true}""" });

        var told = await store.Do(new GetDiscoveredResourceCounts.Request { ResourceTypes = ["Acme::Vault::Box"] });
        var query = await store.Do(new SelectResourceConfig.Request { Expression = "SELECT resourceId WHERE configuration.locked = true" });
        await store.Do(new DeleteResourceConfig.Request { ResourceType = "Acme::Vault::Box", ResourceId = "box" });

        Assert.Equal(1, told.TotalDiscoveredResources);
        Assert.Equal("""{"resourceId":"box"}""", Assert.Single(query.Results));
        Assert.Equal(0, (await store.Do(new GetDiscoveredResourceCounts.Request { ResourceTypes = ["Acme::Vault::Box"] })).TotalDiscoveredResources);
        await Assert.ThrowsAsync<ValidationException>(() => store.Do(new PutResourceConfig.Request { ResourceType = "Acme::Vault::Box", SchemaVersionId = "1", ResourceId = "box", Configuration = "[]" }));
    }

    // https://docs.aws.amazon.com/config/latest/developerguide/authorize-aggregator-account-console.html
    [Fact]
    public async Task An_aggregator_sees_another_account_only_once_that_account_authorized_it()
    {
        await using var store = await TestStore.OpenAsync();
        var other = new Caller(await store.Store.Accounts.CreateAccountAsync(Other, "other"));
        await store.As(other, new CreateSecret.Request { Name = "theirs", SecretString = "x" }, "us-east-1");
        await store.Do(new PutConfigurationAggregator.Request
        {
            ConfigurationAggregatorName = "all",
            AccountAggregationSources = [new() { AccountIds = [Other], AllAwsRegions = true }],
        });
        var ask = new ListAggregateDiscoveredResources.Request { ConfigurationAggregatorName = "all", ResourceType = SecretType };

        Assert.Empty((await store.Do(ask)).ResourceIdentifiers);
        await store.As(other, new PutAggregationAuthorization.Request { AuthorizedAccountId = TestStore.Account, AuthorizedAwsRegion = TestStore.Region }, "us-east-1");
        var seen = Assert.Single((await store.Do(ask)).ResourceIdentifiers);

        Assert.Equal((Other, "us-east-1", "theirs"), (seen.SourceAccountId, seen.SourceRegion, seen.ResourceName));
        var batch = await store.Do(new BatchGetAggregateResourceConfig.Request { ConfigurationAggregatorName = "all", ResourceIdentifiers = [seen, seen with { SourceRegion = "eu-west-1" }] });
        Assert.Equal((1, 1), (batch.BaseConfigurationItems.Count, batch.UnprocessedResourceIdentifiers.Count));
        await store.As(other, new DeleteAggregationAuthorization.Request { AuthorizedAccountId = TestStore.Account, AuthorizedAwsRegion = TestStore.Region }, "us-east-1");
        Assert.Empty((await store.Do(ask)).ResourceIdentifiers);
        await Assert.ThrowsAsync<NoSuchConfigurationAggregatorException>(() => store.Do(ask with { ConfigurationAggregatorName = "none" }));
    }

    // https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigurationAggregator.html
    [Fact]
    public async Task An_aggregator_names_its_regions_or_all_of_them_and_accounts_or_an_organisation()
    {
        await using var store = await TestStore.OpenAsync();
        Task Put(AggregatedAccounts? accounts, AggregatedOrganization? organization = null) => store.Do(new PutConfigurationAggregator.Request
        {
            ConfigurationAggregatorName = "all",
            AccountAggregationSources = accounts is null ? null : [accounts],
            OrganizationAggregationSource = organization,
        });

        await Assert.ThrowsAsync<InvalidParameterValueException>(() => Put(new() { AccountIds = [Other] }));
        await Assert.ThrowsAsync<InvalidParameterValueException>(() => Put(new() { AccountIds = [Other], AllAwsRegions = true, AwsRegions = ["us-east-1"] }));
        await Assert.ThrowsAsync<InvalidParameterValueException>(() => Put(null));
        await Assert.ThrowsAsync<InvalidParameterValueException>(() => Put(new() { AccountIds = [Other], AllAwsRegions = true }, new() { RoleArn = "arn:aws:iam::123456789012:role/x", AllAwsRegions = true }));
        Assert.Empty((await store.Do(new DescribeConfigurationAggregators.Request())).ConfigurationAggregators);
    }

    // https://docs.aws.amazon.com/config/latest/APIReference/API_TagResource.html
    [Fact]
    public async Task Rules_and_aggregators_are_tagged_by_their_arn()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Do(new PutConfigRule.Request
        {
            ConfigRule = new() { ConfigRuleName = "unused", Source = new() { Owner = "AWS", SourceIdentifier = "SECRETSMANAGER_SECRET_UNUSED" } },
            Tags = [new() { Key = "team", Value = "audit" }],
        });
        var arn = Assert.Single((await store.Do(new DescribeConfigRules.Request())).ConfigRules).ConfigRuleArn;

        await store.Do(new TagResource.Request { ResourceArn = arn, Tags = [new() { Key = "stage", Value = "test" }] });
        await store.Do(new UntagResource.Request { ResourceArn = arn, TagKeys = ["team", "none"] });

        var tag = Assert.Single((await store.Do(new ListTagsForResource.Request { ResourceArn = arn })).Tags);
        Assert.Equal(("stage", "test"), (tag.Key, tag.Value));
        await Assert.ThrowsAsync<ConfigResourceNotFoundException>(() => store.Do(new ListTagsForResource.Request { ResourceArn = "arn:aws:config:eu-west-1:123456789012:config-rule/none" }));
        await Assert.ThrowsAsync<ConfigInvalidInputException>(() => store.Do(new TagResource.Request { ResourceArn = arn, Tags = [new() { Key = "a", Value = "1" }, new() { Key = "A", Value = "2" }] }));
        await Assert.ThrowsAsync<ConfigInvalidLimitException>(() => store.Do(new ListTagsForResource.Request { ResourceArn = arn, Limit = 101 }));
    }

    // https://docs.aws.amazon.com/config/latest/APIReference/API_PutOrganizationConformancePack.html
    [Fact]
    public async Task A_conformance_pack_of_the_organisation_is_put_shown_and_deleted()
    {
        await using var store = await TestStore.OpenAsync();
        var put = new PutOrganizationConformancePack.Request { OrganizationConformancePackName = "secrets", TemplateS3Uri = "s3://packs/secrets.yaml" };
        var arn = (await store.Do(put)).OrganizationConformancePackArn;
        Assert.Equal("CREATE_SUCCESSFUL", Assert.Single((await store.Do(new DescribeOrganizationConformancePackStatuses.Request())).OrganizationConformancePackStatuses).Status);
        Assert.Equal(arn, (await store.Do(put)).OrganizationConformancePackArn);

        var detail = Assert.Single((await store.Do(new GetOrganizationConformancePackDetailedStatus.Request { OrganizationConformancePackName = "secrets" })).OrganizationConformancePackDetailedStatuses);
        Assert.Equal((TestStore.Account, "UPDATE_SUCCESSFUL"), (detail.AccountId, detail.Status));
        await store.Do(new DeleteOrganizationConformancePack.Request { OrganizationConformancePackName = "secrets" });
        await Assert.ThrowsAsync<NoSuchOrganizationConformancePackException>(() => store.Do(new DescribeOrganizationConformancePacks.Request { OrganizationConformancePackNames = ["secrets"] }));
        await Assert.ThrowsAsync<ValidationException>(() => store.Do(put with { TemplateS3Uri = null }));
    }
}
