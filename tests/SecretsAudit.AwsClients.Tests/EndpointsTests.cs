using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;

namespace SecretsAudit.AwsClients.Tests;

/// <summary>Where a call goes.</summary>
/// <remarks>https://docs.aws.amazon.com/general/latest/gr/asm.html, …/ct.html, …/awsconfig.html</remarks>
[Collection("environment")]
public sealed class EndpointsTests
{
    private readonly Wire _wire = Wire.Answering((200, "{}"));

    [Theory]
    [InlineData("eu-west-1", false, false, "https://secretsmanager.eu-west-1.amazonaws.com/")]
    [InlineData("us-east-1", true, false, "https://secretsmanager-fips.us-east-1.amazonaws.com/")]
    [InlineData("us-gov-west-1", true, false, "https://secretsmanager-fips.us-gov-west-1.amazonaws.com/")]
    [InlineData("us-east-1", false, true, "https://secretsmanager.us-east-1.amazonaws.com/")]
    [InlineData("us-east-1", true, true, "https://secretsmanager-fips.us-east-1.amazonaws.com/")]
    [InlineData("cn-north-1", false, false, "https://secretsmanager.cn-north-1.amazonaws.com.cn/")]
    [InlineData("us-iso-east-1", false, false, "https://secretsmanager.us-iso-east-1.c2s.ic.gov/")]
    [InlineData("eu-nowhere-7", false, false, "https://secretsmanager.eu-nowhere-7.amazonaws.com/")]
    public async Task Secrets_Manager_is_reached_by_region_and_partition(string region, bool fips, bool dualStack, string expected)
    {
        using var client = Clients.SecretsManager(_wire, region, config => (config.UseFIPSEndpoint, config.UseDualstackEndpoint) = (fips, dualStack));
        await client.ListSecretsAsync(new());

        Assert.Equal(expected, _wire.Sent[0].Uri.ToString());
        Assert.Equal(expected, client.DetermineServiceOperationEndpoint(new ListSecretsRequest()).URL + "/");
    }

    [Theory]
    [InlineData("us-east-1", true, false, "https://cloudtrail-fips.us-east-1.amazonaws.com/")]
    [InlineData("us-gov-west-1", true, false, "https://cloudtrail.us-gov-west-1.amazonaws.com/")]
    [InlineData("eu-west-1", false, true, "https://cloudtrail.eu-west-1.api.aws/")]
    [InlineData("us-east-1", true, true, "https://cloudtrail-fips.us-east-1.api.aws/")]
    [InlineData("cn-north-1", false, false, "https://cloudtrail.cn-north-1.amazonaws.com.cn/")]
    public async Task CloudTrail_is_reached_by_region_and_partition(string region, bool fips, bool dualStack, string expected)
    {
        using var client = Clients.CloudTrail(_wire, region, config => (config.UseFIPSEndpoint, config.UseDualstackEndpoint) = (fips, dualStack));
        await client.LookupEventsAsync(new());

        Assert.Equal(expected, _wire.Sent[0].Uri.ToString());
    }

    [Theory]
    [InlineData("us-east-1", true, "https://config-fips.us-east-1.amazonaws.com/")]
    [InlineData("us-gov-east-1", true, "https://config.us-gov-east-1.amazonaws.com/")]
    [InlineData("ap-south-1", false, "https://config.ap-south-1.amazonaws.com/")]
    public async Task Config_is_reached_by_region_and_partition(string region, bool fips, string expected)
    {
        using var client = Clients.ConfigService(_wire, region, config => config.UseFIPSEndpoint = fips);
        await client.DescribeConfigRulesAsync(new());

        Assert.Equal(expected, _wire.Sent[0].Uri.ToString());
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL")]
    [InlineData("AWS_ENDPOINT_URL_SECRETS_MANAGER")]
    public async Task The_environment_can_name_another_endpoint(string variable)
    {
        using var _ = new EnvironmentVariable(variable, "http://127.0.0.1:4599");
        // The SDK signs for us-east-1 when only the environment names the endpoint, so callers name the region to sign for.
        using var client = Clients.SecretsManager(_wire, "eu-west-3", config => config.AuthenticationRegion = "eu-west-3");
        await client.ListSecretsAsync(new());

        Assert.Equal("http://127.0.0.1:4599/", _wire.Sent[0].Uri.ToString());
        Assert.Contains("/eu-west-3/secretsmanager/", _wire.Sent[0].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_variable_of_a_service_wins_and_does_not_touch_its_neighbours()
    {
        using var _ = new EnvironmentVariable("AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://127.0.0.1:4599");
        using var secrets = Clients.SecretsManager(_wire);
        using var trail = Clients.CloudTrail(_wire);
        await secrets.ListSecretsAsync(new());
        await trail.LookupEventsAsync(new());

        Assert.Equal(["127.0.0.1", "cloudtrail.eu-west-1.amazonaws.com"], _wire.Sent.Select(sent => sent.Uri.Host));
    }

    [Fact]
    public async Task A_custom_endpoint_signs_for_the_region_that_is_set_beside_it()
    {
        using var client = new AmazonSecretsManagerClient(
            Clients.Example,
            new AmazonSecretsManagerConfig { ServiceURL = "http://127.0.0.1:4599", AuthenticationRegion = "us-west-2", HttpClientFactory = _wire });
        await client.ListSecretsAsync(new());

        Assert.Contains("/us-west-2/secretsmanager/", _wire.Sent[0].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task FIPS_and_a_custom_endpoint_exclude_each_other()
    {
        using var _ = new EnvironmentVariable("AWS_ENDPOINT_URL", "http://127.0.0.1:4599");
        using var client = Clients.SecretsManager(_wire, set: config => config.UseFIPSEndpoint = true);

        await Assert.ThrowsAsync<AmazonClientException>(() => client.ListSecretsAsync(new()));
        Assert.Empty(_wire.Sent);
    }

    [Fact]
    public async Task Credentials_come_from_the_environment_as_AWS_says()
    {
        using var key = new EnvironmentVariable("AWS_ACCESS_KEY_ID", "AKIDFROMENV");
        using var secret = new EnvironmentVariable("AWS_SECRET_ACCESS_KEY", "example");
        using var token = new EnvironmentVariable("AWS_SESSION_TOKEN", "session");
        using var region = new EnvironmentVariable("AWS_REGION", "eu-north-1");
        using var client = new AmazonSecretsManagerClient(new AmazonSecretsManagerConfig { HttpClientFactory = _wire });
        await client.ListSecretsAsync(new());

        Assert.Contains("Credential=AKIDFROMENV/", _wire.Sent[0].Headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains("/eu-north-1/", _wire.Sent[0].Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("session", _wire.Sent[0].Headers["X-Amz-Security-Token"]);
    }

    private sealed class EnvironmentVariable : IDisposable
    {
        private readonly string _name;
        private readonly string? _before;

        public EnvironmentVariable(string name, string value)
        {
            (_name, _before) = (name, Environment.GetEnvironmentVariable(name));
            Environment.SetEnvironmentVariable(name, value);
        }

        public void Dispose() => Environment.SetEnvironmentVariable(_name, _before);
    }
}

/// <summary>Tests that change the process's environment run alone.</summary>
[CollectionDefinition("environment", DisableParallelization = true)]
public sealed class EnvironmentTests;
