using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Operations.Ssm;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Tests.Conformance;

/// <remarks>https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html</remarks>
public sealed class ParameterStoreTests
{
    [Fact]
    public async Task A_secure_string_is_ciphertext_until_its_reader_asks_for_decryption()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Do(new PutParameter.Request { Name = "/app/password", Value = "planted", Type = "SecureString" });

        Assert.NotEqual("planted", (await store.Do(new GetParameter.Request { Name = "/app/password" })).Parameter.Value);
        Assert.Equal("planted", (await store.Do(new GetParameter.Request { Name = "/app/password", WithDecryption = true })).Parameter.Value);
    }

    // https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-labels.html
    [Theory]
    [InlineData("p", "two")]
    [InlineData("p:1", "one")]
    [InlineData("p:live", "one")]
    public async Task A_selector_names_a_version_or_a_label(string name, string expected)
    {
        await using var store = await TestStore.OpenAsync();
        await store.Do(new PutParameter.Request { Name = "p", Value = "one", Type = "String" });
        await store.Do(new PutParameter.Request { Name = "p", Value = "two", Overwrite = true });
        await store.Do(new LabelParameterVersion.Request { Name = "p", ParameterVersion = 1, Labels = ["live"] });

        Assert.Equal(expected, (await store.Do(new GetParameter.Request { Name = name })).Parameter.Value);
    }

    // https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html
    [Fact]
    public async Task A_secret_is_read_by_reference_with_decryption_only()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Do(new CreateSecret.Request { Name = "db", SecretString = "planted" });

        var read = (await store.Do(new GetParameter.Request { Name = "/aws/reference/secretsmanager/db", WithDecryption = true })).Parameter;
        var refusal = await Assert.ThrowsAsync<ValidationException>(() => store.Do(new GetParameter.Request { Name = "/aws/reference/secretsmanager/db" }));

        Assert.Equal(("planted", "SecureString", 0L), (read.Value, read.Type, read.Version));
        Assert.Equal("WithDecryption flag must be True for retrieving a Secret Manager secret.", refusal.Message);
    }

    [Fact]
    public async Task A_path_lists_its_own_level_or_all_below_in_pages()
    {
        await using var store = await TestStore.OpenAsync();
        foreach (var name in (string[])["/a/1", "/a/2", "/a/b/3", "/z"])
        {
            await store.Do(new PutParameter.Request { Name = name, Value = "v", Type = "String" });
        }

        var level = await store.Do(new GetParametersByPath.Request { Path = "/a" });
        var first = await store.Do(new GetParametersByPath.Request { Path = "/a", Recursive = true, MaxResults = 2 });
        var rest = await store.Do(new GetParametersByPath.Request { Path = "/a", Recursive = true, MaxResults = 2, NextToken = first.NextToken });

        Assert.Equal(["/a/1", "/a/2"], level.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(["/a/1", "/a/2", "/a/b/3"], first.Parameters.Concat(rest.Parameters).Select(parameter => parameter.Name));
        Assert.Null(rest.NextToken);
    }

    // https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-policies.html
    [Fact]
    public async Task An_expiration_policy_deletes_the_parameter_at_its_time()
    {
        await using var store = await TestStore.OpenAsync();
        await store.Do(new PutParameter.Request
        {
            Name = "brief",
            Value = "v",
            Type = "String",
            Tier = "Advanced",
            Policies = """[{"Type":"Expiration","Version":"1.0","Attributes":{"Timestamp":"2026-03-03T00:00:00.000Z"}}]""",
        });
        await store.PassAsync(TimeSpan.FromDays(1));

        await Assert.ThrowsAsync<ParameterNotFoundException>(() => store.Do(new GetParameter.Request { Name = "brief" }));
    }

    // "Updating a parameter doesn't affect the expiration date or time of the policy attached to it."
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-policies.html
    [Theory]
    [InlineData(null, false)]
    [InlineData("[{}]", true)]
    public async Task An_update_leaves_the_policies_unless_it_takes_them_away(string? policies, bool isThere)
    {
        await using var store = await TestStore.OpenAsync();
        await store.Do(new PutParameter.Request
        {
            Name = "brief",
            Value = "v",
            Type = "String",
            Tier = "Advanced",
            Policies = """[{"Type":"Expiration","Version":"1.0","Attributes":{"Timestamp":"2026-03-03T00:00:00.000Z"}}]""",
        });
        await store.Do(new PutParameter.Request { Name = "brief", Value = "w", Overwrite = true, Policies = policies });
        await store.PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(isThere, (await store.Do(new GetParameters.Request { Names = ["brief"] })).Parameters.Count == 1);
    }
}
