using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Amazon.SecurityToken;

namespace SecretsAudit.Collectors;

/// <summary>Finds targets the way every AWS tool does: environment, profiles, single sign-on, instance roles.</summary>
/// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html"/>
public static class AwsTargets
{
    /// <summary>One target a profile, or one from AWS's own chain when no profile is named.</summary>
    /// <param name="profiles">Names of profiles in <c>~/.aws</c>; empty for AWS's own chain.</param>
    /// <param name="regions">Region codes; empty for the region of the profile or the chain.</param>
    /// <exception cref="InventorySourceException">A profile does not exist, or there are no credentials or no region.</exception>
    public static IReadOnlyList<AwsTarget> Find(IReadOnlyList<string> profiles, IReadOnlyList<string> regions) => Find(profiles, regions, null);

    /// <param name="profiles">Names of profiles.</param>
    /// <param name="regions">Region codes.</param>
    /// <param name="location">A credentials file with a <c>config</c> beside it; null for where AWS's own variables and defaults point.</param>
    internal static IReadOnlyList<AwsTarget> Find(IReadOnlyList<string> profiles, IReadOnlyList<string> regions, string? location) =>
        profiles.Count == 0 ? [FromChain(regions)] : [.. profiles.Distinct(StringComparer.Ordinal).Select(name => FromProfile(name, regions, location))];

    private static AwsTarget FromChain(IReadOnlyList<string> regions)
    {
        try
        {
            return new AwsTarget
            {
                Label = "default credentials",
                Credentials = DefaultAWSCredentialsIdentityResolver.GetCredentials(new AmazonSecurityTokenServiceConfig()),
                Regions = regions.Count > 0 ? regions : [FallbackRegionFactory.GetRegionEndpoint()?.SystemName ?? throw NoRegion("AWS_REGION")],
            };
        }
        catch (AmazonClientException missing)
        {
            // When every provider failed the SDK lists them all, one a line; where it looked says as much.
            var why = missing.Message.Contains('\n', StringComparison.Ordinal)
                ? "none in the environment, in the default profile, or from a container or instance role."
                : missing.Message;
            throw new InventorySourceException(
                $"There are no AWS credentials: {why} Name a profile with --profile, sign in (aws sso login), or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
                missing);
        }
    }

    private static AwsTarget FromProfile(string name, IReadOnlyList<string> regions, string? location)
    {
        var chain = new CredentialProfileStoreChain(location);
        if (!chain.TryGetProfile(name, out var profile))
            throw new InventorySourceException(
                $"There is no AWS profile \"{name}\". Known profiles: {Known(chain)}. Check --profile, ~/.aws/config and ~/.aws/credentials.");
        if (!chain.TryGetAWSCredentials(name, out var credentials))
            throw new InventorySourceException($"The AWS profile \"{name}\" names no credentials. Add a key, a role or a single sign-on session to it.");
        return new AwsTarget
        {
            Label = $"profile {name}",
            Profile = new Profile(name, location),
            Credentials = credentials,
            Regions = regions.Count > 0 ? regions
                : [profile.Region?.SystemName ?? FallbackRegionFactory.GetRegionEndpoint()?.SystemName ?? throw NoRegion($"the region of profile {name}")],
        };
    }

    private static string Known(CredentialProfileStoreChain chain)
    {
        var names = chain.ListProfiles().Select(profile => profile.Name).Distinct().Order(StringComparer.Ordinal).Take(20).ToList();
        return names.Count == 0 ? "none" : string.Join(", ", names);
    }

    private static InventorySourceException NoRegion(string setting) => new($"No region is set. Name one or more with --regions, or set {setting}.");
}
