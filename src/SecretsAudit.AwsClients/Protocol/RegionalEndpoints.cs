using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;
using static Amazon.Runtime.Internal.Endpoints.StandardLibrary.Fn;

namespace SecretsAudit.AwsClients;

/// <summary>The endpoints of a regional service, by the partition tables of AWSSDK.Core.</summary>
/// <param name="host">The first label of the service's host names.</param>
/// <seealso href="https://docs.aws.amazon.com/general/latest/gr/rande.html"/>
internal sealed class RegionalEndpoints(string host) : IEndpointProvider
{
    /// <summary>In these partitions the plain host answers over IPv6 too, so dual-stack has no host of its own.</summary>
    public IReadOnlyList<string> DualStackOnPlainHost { get; init; } = [];

    /// <summary>In these partitions the plain host is FIPS validated, so FIPS has no host of its own.</summary>
    public IReadOnlyList<string> FipsOnPlainHost { get; init; } = [];

    /// <inheritdoc/>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var fips = parameters["UseFIPS"] is true;
        var dualStack = parameters["UseDualStack"] is true;
        if (parameters["Endpoint"] is string { Length: > 0 } custom)
            return fips || dualStack ? throw new AmazonClientException(
                $"A custom endpoint ({custom}) cannot be combined with FIPS or dual-stack; unset one of them.") : new Endpoint(custom);

        var region = parameters["Region"] as string ?? throw new AmazonClientException("No region: set AWS_REGION, a profile with a region, or RegionEndpoint.");
        var partition = Partition(region) ?? throw new AmazonClientException($"Region {region} belongs to no known partition.");
        if (fips && !partition.supportsFIPS)
            throw new AmazonClientException($"Partition {partition.name} has no FIPS endpoints.");
        if (dualStack && !partition.supportsDualStack)
            throw new AmazonClientException($"Partition {partition.name} has no dual-stack endpoints.");

        var label = fips && (dualStack || !FipsOnPlainHost.Contains(partition.name)) ? $"{host}-fips" : host;
        var suffix = dualStack && !DualStackOnPlainHost.Contains(partition.name) ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        return new Endpoint($"https://{label}.{region}.{suffix}");
    }

    /// <summary>What a client's configuration says about the endpoint of one call.</summary>
    public static EndpointParameters ParametersOf(IClientConfig config, RegionEndpoint? alternate)
    {
        // A custom URL alone must still name a region: the one signed for, else what the URL's host says.
        var region = alternate?.SystemName ?? config.RegionEndpoint?.SystemName
            ?? (string.IsNullOrEmpty(config.AuthenticationRegion) ? null : config.AuthenticationRegion)
            ?? (string.IsNullOrEmpty(config.ServiceURL) ? null : AWSSDKUtils.DetermineRegion(config.ServiceURL));
        return new EndpointParameters
        {
            ["Region"] = region == "us-east-1-regional" ? "us-east-1" : region,
            ["UseDualStack"] = config.UseDualstackEndpoint,
            ["UseFIPS"] = config.UseFIPSEndpoint,
            ["Endpoint"] = config.ServiceURL,
        };
    }
}

/// <summary>Finds the endpoint of each call.</summary>
internal sealed class EndpointHandler : BaseEndpointResolver
{
    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext) =>
        RegionalEndpoints.ParametersOf(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);
}
