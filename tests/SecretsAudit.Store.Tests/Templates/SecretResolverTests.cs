using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Operations.Ssm;
using SecretsAudit.Store.Templates;

namespace SecretsAudit.Store.Tests.Templates;

public sealed class SecretResolverTests
{
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
    [Theory]
    [InlineData("user={{resolve:secretsmanager:db:SecretString:username}}", "user=app")]
    [InlineData("{{resolve:secretsmanager:db:SecretString:username:AWSCURRENT}}@{{resolve:ssm:/host}}", "app@h")]
    [InlineData("{{resolve:ssm-secure:/pin:1}}", "4711")]
    [InlineData("nothing {{here}}", "nothing {{here}}")]
    public async Task A_dynamic_reference_becomes_its_value(string text, string expected)
    {
        await using var store = await OpenAsync();
        Assert.Equal(expected, await new SecretResolver(store.Store, store.Root, TestStore.Region).ResolveTextAsync(text));
    }

    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
    [Theory]
    [InlineData("", """{"username":"app","password":"planted"}""")]
    [InlineData(":username::", "app")]
    [InlineData(":password:AWSCURRENT:", "planted")]
    public async Task Ecs_valueFrom_names_a_key_a_stage_and_a_version(string ending, string expected)
    {
        await using var store = await OpenAsync();
        var arn = (await store.Do(new DescribeSecret.Request { SecretId = "db" })).ARN;
        Assert.Equal(expected, await new SecretResolver(store.Store, store.Root, TestStore.Region).ValueFromAsync(arn + ending));
    }

    [Fact]
    public async Task A_member_that_is_no_text_gives_its_json()
    {
        await using var store = await OpenAsync();
        await store.Do(new CreateSecret.Request { Name = "nested", SecretString = """{"hosts":["a","b"],"limits":{"most":3},"port":5432,"tls":true}""" });
        var resolver = new SecretResolver(store.Store, store.Root, TestStore.Region);

        var environment = await resolver.EnvironmentAsync(["nested"]);

        Assert.Equal(["""["a","b"]""", """{"most":3}""", "5432", "true"], new[] { "HOSTS", "LIMITS", "PORT", "TLS" }.Select(name => environment[name]));
    }

    [Fact]
    public async Task A_program_gets_each_member_of_a_json_secret_or_the_one_that_is_named()
    {
        await using var store = await OpenAsync();
        var resolver = new SecretResolver(store.Store, store.Root, TestStore.Region);
        Assert.Equal(["PASSWORD", "USERNAME"], (await resolver.EnvironmentAsync(["db"])).Keys.Order(StringComparer.Ordinal));
        Assert.Equal([KeyValuePair.Create("USERNAME", "app")], await resolver.EnvironmentAsync(["db:username"]));
    }

    [Fact]
    public async Task A_reference_that_leads_nowhere_names_itself()
    {
        await using var store = await OpenAsync();
        var error = await Assert.ThrowsAsync<TemplateException>(() =>
            new SecretResolver(store.Store, store.Root, TestStore.Region).ResolveTextAsync("{{resolve:secretsmanager:none}}"));
        Assert.Equal("The secret none: ResourceNotFoundException: Secrets Manager can't find the specified secret.", error.Message);
    }

    private static async Task<TestStore> OpenAsync()
    {
        var store = await TestStore.OpenAsync();
        await store.Do(new CreateSecret.Request { Name = "db", SecretString = """{"username":"app","password":"planted"}""" });
        await store.Do(new PutParameter.Request { Name = "/host", Value = "h", Type = "String" });
        await store.Do(new PutParameter.Request { Name = "/pin", Value = "4711", Type = "SecureString" });
        return store;
    }
}
