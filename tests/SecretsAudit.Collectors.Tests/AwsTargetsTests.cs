using Amazon.Runtime;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors.Tests;

/// <summary>Profiles, regions and endpoints are found where every AWS tool finds them.</summary>
/// <remarks>https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html</remarks>
[Collection("environment")]
public sealed class AwsTargetsTests : IDisposable
{
    private static readonly string[] Settings =
    [
        "AWS_PROFILE", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_ACCESS_KEY_ID",
        "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL", "AWS_EC2_METADATA_DISABLED",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("aws").FullName;
    private readonly Dictionary<string, string?> _before = Settings.ToDictionary(name => name, Environment.GetEnvironmentVariable);

    // The SDK looks at AWS_SHARED_CREDENTIALS_FILE once in a process, so the tests name the file.
    private string Location => Path.Combine(_folder, "credentials");

    public AwsTargetsTests()
    {
        foreach (var name in Settings)
            Environment.SetEnvironmentVariable(name, null);
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        File.WriteAllText(Path.Combine(_folder, "config"), """
            [profile audit]
            region = eu-north-1
            [profile bare]
            output = json
            [profile local]
            region = eu-west-2
            endpoint_url = http://127.0.0.1:1
            """);
        File.WriteAllText(Path.Combine(_folder, "credentials"), """
            [audit]
            aws_access_key_id = AKIDAUDIT
            aws_secret_access_key = example
            [local]
            aws_access_key_id = AKIDLOCAL
            aws_secret_access_key = example
            """);
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
            Environment.SetEnvironmentVariable(name, value);
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Each_profile_is_a_target_in_its_own_region_unless_regions_are_named()
    {
        Assert.Equal(
            ["profile audit (eu-north-1)", "profile local (eu-west-2)"], Find("audit", "local", "audit").Select(target => target.ToString()));
        Assert.Equal(["profile audit (us-east-1, us-west-2)"], AwsTargets.Find(["audit"], ["us-east-1", "us-west-2"], Location).Select(target => target.ToString()));
    }

    [Fact]
    public async Task A_profiles_credentials_sign_its_calls()
    {
        var aws = new ScriptedAws();
        await aws.ReadAsync(InventoryNeeds.Description, null, Find("audit")[0] with { Account = "123456789012" });

        Assert.Equal(("AKIDAUDIT", "eu-north-1"), (aws.Calls.Single().AccessKey, aws.Calls.Single().Region));
    }

    [Fact]
    public void A_profile_that_does_not_exist_is_an_error_that_names_those_that_do()
    {
        var error = Assert.Throws<InventorySourceException>(() => Find("audti"));

        Assert.Contains("\"audti\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("audit", error.Message.Split("Known profiles:")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_without_credentials_is_an_error() =>
        Assert.Contains("names no credentials", Assert.Throws<InventorySourceException>(() => Find("bare")).Message, StringComparison.Ordinal);

    [Fact]
    public void Without_a_profile_the_environments_credentials_and_region_are_used()
    {
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "AKIDENV");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "example");
        Environment.SetEnvironmentVariable("AWS_REGION", "ap-southeast-2");
        FallbackRegionFactory.Reset();
        var target = Assert.Single(AwsTargets.Find([], []));

        Assert.Equal("AKIDENV", target.Credentials.GetCredentials().AccessKey);
        Assert.Equal(["ap-southeast-2"], target.Regions);
    }

    [Fact]
    public void Without_credentials_anywhere_the_error_says_where_to_put_them()
    {
        Environment.SetEnvironmentVariable("AWS_PROFILE", "nobody");

        var error = Assert.Throws<InventorySourceException>(() => AwsTargets.Find([], ["eu-west-1"]));
        Assert.Contains("\"nobody\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("--profile", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_a_profile_names_is_the_one_in_the_gap()
    {
        var target = Find("local")[0] with { Account = "123456789012" };
        var items = await new AwsInventorySource([target], new AwsConnection(), TimeProvider.System).ReadAllAsync(InventoryNeeds.Description);

        Assert.Contains("http://127.0.0.1:1", Assert.Single(items.Gaps()).Reason, StringComparison.Ordinal);
    }

    private IReadOnlyList<AwsTarget> Find(params string[] profiles) => AwsTargets.Find(profiles, [], Location);

    [Fact]
    public async Task An_endpoint_that_the_environment_names_is_the_one_in_the_gap()
    {
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", "http://127.0.0.1:2");
        var items = await new AwsInventorySource([ScriptedAws.Target("123456789012", "eu-west-1")], new AwsConnection(), TimeProvider.System).ReadAllAsync(InventoryNeeds.Description);

        Assert.Contains("http://127.0.0.1:2", Assert.Single(items.Gaps()).Reason, StringComparison.Ordinal);
    }
}

/// <summary>Tests that change the process's environment run alone.</summary>
[CollectionDefinition("environment", DisableParallelization = true)]
public sealed class EnvironmentTests;
