using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Operations.Ssm;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Conformance;

/// <remarks>https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-shared-parameters.html</remarks>
public sealed class SharedParameterTests
{
    private const string Other = "210987654321";
    private const string Arn = "arn:aws:ssm:eu-west-1:123456789012:parameter/shop/limit";
    private const string Policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{Other}}:root"},"Action":["ssm:GetParameter","ssm:GetParameters"],"Resource":"{{Arn}}"}]}""";

    [Fact]
    public async Task A_shared_parameter_is_read_by_its_arn_from_another_account_until_the_sharing_ends()
    {
        await using var store = await OpenAsync("Advanced");
        var reader = await ReaderAsync(store);
        var ask = new GetParameter.Request { Name = Arn };
        await Assert.ThrowsAsync<AccessDeniedException>(() => store.As(reader, ask));

        var put = await store.Do(new PutResourcePolicy.Request { ResourceArn = Arn, Policy = Policy });
        Assert.Equal("10", (await store.As(reader, ask)).Parameter.Value);
        var kept = Assert.Single((await store.Do(new GetResourcePolicies.Request { ResourceArn = Arn })).Policies);
        await store.Do(new DeleteResourcePolicy.Request { ResourceArn = Arn, PolicyId = put.PolicyId, PolicyHash = put.PolicyHash });

        Assert.Equal(new GetResourcePolicies.Entry(put.PolicyId, put.PolicyHash, Policy), kept);
        Assert.Empty((await store.Do(new GetResourcePolicies.Request { ResourceArn = Arn })).Policies);
        await Assert.ThrowsAsync<AccessDeniedException>(() => store.As(reader, ask));
    }

    [Fact]
    public async Task Another_account_s_arn_never_means_a_parameter_of_one_s_own()
    {
        await using var store = await OpenAsync("Advanced");
        var reader = await ReaderAsync(store);
        await store.As(reader, new PutParameter.Request { Name = "/shop/limit", Type = "String", Value = "own" });

        await Assert.ThrowsAsync<AccessDeniedException>(() => store.As(reader, new GetParameter.Request { Name = Arn }));
        await Assert.ThrowsAsync<ParameterNotFoundException>(() => store.Do(new GetParameter.Request { Name = Arn.Replace("eu-west-1", "us-east-1", StringComparison.Ordinal) }));
        Assert.Equal("10", (await store.Do(new GetParameter.Request { Name = Arn })).Parameter.Value);
    }

    // https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutResourcePolicy.html#API_PutResourcePolicy_Errors
    [Fact]
    public async Task A_change_names_the_policy_that_it_replaces_by_its_id_and_its_hash()
    {
        await using var store = await OpenAsync("Advanced");
        var first = await store.Do(new PutResourcePolicy.Request { ResourceArn = Arn, Policy = Policy });

        await Assert.ThrowsAsync<ResourcePolicyLimitExceededException>(() => store.Do(new PutResourcePolicy.Request { ResourceArn = Arn, Policy = Policy }));
        await Assert.ThrowsAsync<ResourcePolicyConflictException>(() => store.Do(new PutResourcePolicy.Request { ResourceArn = Arn, Policy = Policy, PolicyId = first.PolicyId, PolicyHash = "old" }));
        await Assert.ThrowsAsync<ResourcePolicyNotFoundException>(() => store.Do(new DeleteResourcePolicy.Request { ResourceArn = Arn, PolicyId = "none", PolicyHash = first.PolicyHash }));
        await Assert.ThrowsAsync<MalformedResourcePolicyDocumentException>(() => store.Do(new PutResourcePolicy.Request { ResourceArn = Arn, Policy = "{}", PolicyId = first.PolicyId, PolicyHash = first.PolicyHash }));
        var second = await store.Do(new PutResourcePolicy.Request { ResourceArn = Arn, Policy = Policy.Replace(",\"ssm:GetParameters\"", "", StringComparison.Ordinal), PolicyId = first.PolicyId, PolicyHash = first.PolicyHash });

        Assert.Equal(first.PolicyId, second.PolicyId);
        Assert.NotEqual(first.PolicyHash, second.PolicyHash);
    }

    [Fact]
    public async Task Only_an_advanced_parameter_of_one_s_own_is_shared()
    {
        await using var store = await OpenAsync("Standard");

        await Assert.ThrowsAsync<ResourcePolicyInvalidParameterException>(() => store.Do(new PutResourcePolicy.Request { ResourceArn = Arn, Policy = Policy }));
        await Assert.ThrowsAsync<SsmResourceNotFoundException>(() => store.Do(new PutResourcePolicy.Request { ResourceArn = Arn + "s", Policy = Policy }));
        await Assert.ThrowsAsync<ResourcePolicyInvalidParameterException>(() => store.Do(new GetResourcePolicies.Request { ResourceArn = "arn:aws:s3:::a-bucket-of-ours" }));
    }

    private static async Task<TestStore> OpenAsync(string tier)
    {
        var store = await TestStore.OpenAsync();
        await store.Do(new PutParameter.Request { Name = "/shop/limit", Type = "String", Value = "10", Tier = tier });
        return store;
    }

    private static async Task<Caller> ReaderAsync(TestStore store)
    {
        await store.Store.Accounts.CreateAccountAsync(Other, "other");
        return new(await store.Store.Accounts.CreateUserAsync(Other, "reader", new Dictionary<string, string>
        {
            ["read"] = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ssm:*","Resource":"*"}]}""",
        }));
    }
}
