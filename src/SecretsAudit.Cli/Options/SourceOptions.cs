using System.CommandLine;
using SecretsAudit.Cli.Auditing;

namespace SecretsAudit.Cli.Options;

/// <summary>Where an inventory is read.</summary>
internal static class SourceOptions
{
    private static readonly Option<string> Source = new("--source")
    {
        Description = "What to read: 'store' (the built-in store with a sample estate), 'aws', or an inventory file. Default: 'aws' when an endpoint or profile is named, else 'store'.",
        HelpName = "store|aws|FILE",
    };

    private static readonly Option<string> Inventory = new("--inventory") { Description = "An exported inventory, a CloudFormation template or a Terraform plan to audit: the same as --source FILE.", HelpName = "FILE" };

    private static readonly Option<string> EndpointUrl = new("--endpoint-url") { Description = "Read AWS's protocols at this address, such as a served store.", HelpName = "URL" };

    private static readonly Option<string[]> Profiles = Lists.Option("--profile", "Profiles of ~/.aws to read accounts with; repeat it or separate with commas.", "NAME");

    private static readonly Option<string[]> Regions = Lists.Option("--regions", "Regions to read. Default: the profile's, or AWS_REGION.", "REGION", "--region");

    private static readonly Option<string> TrailFiles = new("--trail-files")
    {
        Description = "The folder with a trail's log files (AWSLogs/…), copied from its bucket: who read which secret is read from them instead of CloudTrail's LookupEvents.", HelpName = "DIR",
    };

    /// <summary>Adds the options of a command that may also judge a file.</summary>
    public static void AddWithFilesTo(Command command)
    {
        AddTo(command);
        command.Options.Add(Inventory);
    }

    public static void AddTo(Command command)
    {
        command.Options.Add(Source);
        command.Options.Add(EndpointUrl);
        command.Options.Add(Profiles);
        command.Options.Add(Regions);
        command.Options.Add(TrailFiles);
    }

    /// <exception cref="UsageException">The endpoint is no address, or the options contradict each other.</exception>
    public static SourceSettings Read(ParseResult parse, Terminal terminal, ConfigurationFile configuration)
    {
        var configured = configuration.Settings.Source;
        var endpoint = Setting.Text(parse, EndpointUrl, terminal);
        Uri? address = null;
        if (endpoint is not null && !(Uri.TryCreate(endpoint, UriKind.Absolute, out address) && address.Scheme is "http" or "https"))
            throw new UsageException($"--endpoint-url '{endpoint}' is no address. Write http://127.0.0.1:4599, for example.");

        var profiles = Setting.Texts(parse, Profiles, terminal);
        var regions = Setting.Texts(parse, Regions, terminal);
        var trailFolder = Setting.Text(parse, TrailFiles, terminal) is { } given ? terminal.FullPath(given) : null;
        if (trailFolder is not null && !Directory.Exists(trailFolder))
            throw new UsageException($"--trail-files {trailFolder} is no folder. Name the one that holds AWSLogs/.");
        var isAddressed = address is not null || profiles.Count > 0 || regions.Count > 0;
        var source = ReadSource(parse, terminal);
        if (source is not (null or "aws") && isAddressed)
            throw new UsageException($"--endpoint-url, --profile and --regions go with --source aws, not with --source {source}.");

        if (source is not (null or "aws" or "store"))
            RequireFile(parse.GetValue(Inventory) is null ? "--source" : "--inventory", source, terminal);

        var isConfigured = source is null && !isAddressed;
        source ??= isAddressed ? "aws" : OfFile(configuration, terminal);
        if (trailFolder is not null && source != "aws")
            throw new UsageException($"--trail-files goes with --source aws, not with --source {source}.");
        return source == "aws"
            ? new()
            {
                Kind = source,
                Endpoint = address ?? configured.Endpoint,
                Profiles = profiles.Count > 0 ? profiles : configured.Profiles,
                Regions = regions.Count > 0 ? regions : configured.Regions,
                Expected = configured.Expected,
                TrailFolder = trailFolder,
            }
            : new() { Kind = source, Expected = isConfigured ? configured.Expected : [] };
    }

    // At once, not at the next night's audit of a worker.
    private static void RequireFile(string option, string name, Terminal terminal)
    {
        var path = terminal.FullPath(name);
        if (Directory.Exists(path))
            throw new UsageException($"{option} '{name}' is a folder. Name the file: an exported inventory, a template or a plan.");
        if (!File.Exists(path))
            throw new UsageException(option == "--source" ? $"--source '{name}' is neither 'store', 'aws' nor a file that exists." : $"{option} '{name}' does not exist.");
    }

    // What the environment or the flags say; null when neither does.
    private static string? ReadSource(ParseResult parse, Terminal terminal)
    {
        var source = Setting.Text(parse, Source, terminal);
        if (parse.CommandResult.Command.Options.Contains(Inventory) && Setting.Text(parse, Inventory, terminal) is { } file)
        {
            if (source is not null)
                throw new UsageException("--inventory FILE is --source FILE: give one of the two.");
            // A file may be called 'store'.
            return file is "store" or "aws" ? Path.Combine(".", file) : file;
        }

        return source;
    }

    private static string OfFile(ConfigurationFile configuration, Terminal terminal)
    {
        var configured = configuration.Settings.Source;
        var isAddressed = configured.Endpoint is not null || configured.Profiles.Count > 0 || configured.Regions.Count > 0;
        if (configured.Kind is not (null or "aws") && isAddressed)
            throw new UsageException($"{configuration.Name}: endpoint, profiles and regions go with 'kind: aws', not with 'kind: {configured.Kind}'.");
        return configured.Kind switch
        {
            null => isAddressed ? "aws" : "store",
            "aws" or "store" => configured.Kind,
            // As a finding names a template: from the folder that the command runs in.
            var file => Path.GetRelativePath(terminal.Folder, configuration.FullPath(file)),
        };
    }
}
