using System.CommandLine;
using SecretsAudit.Cli.Auditing;

namespace SecretsAudit.Cli.Options;

/// <summary>Where an inventory is read.</summary>
internal static class SourceOptions
{
    private static readonly Option<string> Source = new("--source")
    {
        Description = "What to audit: 'store' (the built-in store with a sample estate), 'aws', or an inventory file. Default: 'aws' when an endpoint or profile is named, else 'store'.",
        HelpName = "store|aws|FILE",
    };

    private static readonly Option<string> EndpointUrl = new("--endpoint-url") { Description = "Read AWS's protocols at this address, such as a served store.", HelpName = "URL" };

    private static readonly Option<string[]> Profiles = Lists.Option("--profile", "Profiles of ~/.aws to read accounts with; repeat it or separate with commas.", "NAME");

    private static readonly Option<string[]> Regions = Lists.Option("--regions", "Regions to read. Default: the profile's, or AWS_REGION.", "REGION", "--region");

    public static void AddTo(Command command)
    {
        command.Options.Add(Source);
        command.Options.Add(EndpointUrl);
        command.Options.Add(Profiles);
        command.Options.Add(Regions);
    }

    /// <exception cref="UsageException">The endpoint is no address, or the options contradict each other.</exception>
    public static SourceSettings Read(ParseResult parse, Terminal terminal)
    {
        var endpoint = Setting.Text(parse, EndpointUrl, terminal);
        Uri? address = null;
        if (endpoint is not null && !(Uri.TryCreate(endpoint, UriKind.Absolute, out address) && address.Scheme is "http" or "https"))
            throw new UsageException($"--endpoint-url '{endpoint}' is no address. Write http://127.0.0.1:4599, for example.");

        var profiles = Setting.Texts(parse, Profiles, terminal);
        var regions = Setting.Texts(parse, Regions, terminal);
        var source = Setting.Text(parse, Source, terminal) ?? (address is not null || profiles.Count > 0 || regions.Count > 0 ? "aws" : "store");
        if (source != "aws" && (address is not null || profiles.Count > 0 || regions.Count > 0))
            throw new UsageException($"--endpoint-url, --profile and --regions go with --source aws, not with --source {source}.");

        return new() { Kind = source, Endpoint = address, Profiles = profiles, Regions = regions };
    }
}
