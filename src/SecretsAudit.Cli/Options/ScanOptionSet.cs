using System.CommandLine;
using SecretsAudit.Cli.Auditing;
using SecretsAudit.Cli.Hosting;
using SecretsAudit.Model;

namespace SecretsAudit.Cli.Options;

/// <summary>What <c>scan</c> looks at: trees, one text, or what git knows.</summary>
internal static class ScanOptionSet
{
    private static readonly Argument<string[]> Paths = new("path")
    {
        Description = "Folders and files. With --staged, --diff and --history, the repository to look at; default: this folder's.", Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<bool> Stdin = new("--stdin") { Description = "Scan what comes on standard input." };

    private static readonly Option<string> StdinName = new("--stdin-name")
    {
        Description = "What to call it: the ending tells how it is read, as appsettings.json. Default: stdin.txt.", HelpName = "NAME",
    };

    private static readonly Option<bool> Staged = new("--staged") { Description = "Only lines that the next commit adds, as they are in git's index." };

    private static readonly Option<string> Diff = new("--diff") { Description = "Only lines committed or staged since the branch left REF's.", HelpName = "REF" };

    private static readonly Option<bool> History = new("--history") { Description = "Everything that was ever committed on any branch or tag, with the commit that brought a credential in." };

    private static readonly Option<string> MatchStore = new("--match-store")
    {
        Description = "Compare all text with the present and previous values of secrets: 'aws', the address of an endpoint, or a store's folder. Reads values; keeps keyed fingerprints in memory only.",
        HelpName = "aws|URL|DIR",
    };

    private static readonly string[] Levels = ["low", "medium", "high"];

    private static readonly Option<string> MinConfidence = new("--min-confidence")
    {
        Description = "Leave out what is less sure: low, medium, high. Default: low, which leaves out nothing.", HelpName = "LEVEL",
    };

    private static readonly Option<string[]> Profiles = Lists.Option("--profile", "With --match-store: profiles of ~/.aws to read with.", "NAME");

    private static readonly Option<string[]> Regions = Lists.Option("--regions", "With --match-store: regions to read. Default: the profile's, or AWS_REGION.", "REGION", "--region");

    public static void AddTo(Command command)
    {
        command.Arguments.Add(Paths);
        foreach (var option in (Option[])[Stdin, StdinName, Staged, Diff, History, MinConfidence, MatchStore, Profiles, Regions])
            command.Options.Add(option);
    }

    /// <exception cref="UsageException">Nothing, or more than one thing, is to be scanned; a path does not exist.</exception>
    public static ScanSettings Read(ParseResult parse, Terminal terminal) => ReadPlace(parse, terminal) with { Match = ReadMatch(parse, terminal), LeastConfidence = ReadConfidence(parse) };

    private static Confidence ReadConfidence(ParseResult parse)
    {
        if (parse.GetValue(MinConfidence)?.ToLowerInvariant() is not { } word)
            return Confidence.Low;
        if (!Levels.Contains(word))
            throw new UsageException($"--min-confidence: {Choices.Unknown("confidence", word, Levels)}");
        return Enum.Parse<Confidence>(word, ignoreCase: true);
    }

    private static MatchedStore? ReadMatch(ParseResult parse, Terminal terminal)
    {
        var profiles = parse.GetValue(Profiles) ?? [];
        var regions = parse.GetValue(Regions) ?? [];
        if (parse.GetValue(MatchStore) is not { } source)
            return profiles.Length + regions.Length == 0 ? null : throw new UsageException("--profile and --regions go with --match-store.");
        if (source == "aws")
            return new() { Kind = source, Profiles = profiles, Regions = regions };
        if (Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return new() { Kind = source, Endpoint = address, Profiles = profiles, Regions = regions };
        var folder = terminal.FullPath(source);
        if (!Directory.Exists(folder))
            throw new UsageException($"--match-store '{source}' is neither 'aws', an address, nor a folder that exists.");
        if (profiles.Length + regions.Length > 0)
            throw new UsageException("--profile and --regions go with --match-store aws or an address: a folder is read whole.");
        return new() { Kind = source, Folder = folder, RootKey = StoreFolderOptions.RootKeyOf(terminal) };
    }

    private static ScanSettings ReadPlace(ParseResult parse, Terminal terminal)
    {
        var named = parse.GetValue(Paths) ?? [];
        var since = parse.GetValue(Diff);
        var modes = new List<string>();
        foreach (var (isOn, mode) in ((bool, string)[])[(parse.GetValue(Stdin), "--stdin"), (parse.GetValue(Staged), "--staged"), (since is not null, "--diff"), (parse.GetValue(History), "--history")])
        {
            if (isOn)
                modes.Add(mode);
        }

        if (modes.Count > 1)
            throw new UsageException($"{string.Join(" and ", modes)} exclude each other: run scan once for each.");
        if (parse.GetValue(StdinName) is { } unused && modes is not ["--stdin"])
            throw new UsageException($"--stdin-name '{unused}' goes with --stdin.");
        if (named.FirstOrDefault(path => !Path.Exists(terminal.FullPath(path))) is { } missing)
            throw new UsageException(missing.StartsWith("--", StringComparison.Ordinal) ? Mistakes.NoOption(parse.CommandResult.Command, missing) : $"'{missing}' does not exist.");
        // A pipe and a device have no length, and what has none is not opened: it would be passed over without a word.
        if (named.FirstOrDefault(path => DeviceOrPipe.Is(terminal.FullPath(path))) is { } device)
            throw new UsageException($"'{device}' is neither a file nor a folder. Let 'scan --stdin --stdin-name NAME' read it.");

        var name = string.Join(", ", named);
        IReadOnlyList<string> paths = named.Length == 0 ? [RepositoryOf(terminal.Folder)] : [.. named.Select(terminal.FullPath)];
        return modes switch
        {
            ["--stdin"] when named.Length > 0 => throw new UsageException("--stdin reads one text; leave the paths out."),
            // A name with a colon is no folder: reports put none before paths that start at the repository's root.
            ["--stdin"] => new ScanSettings.Input { Name = parse.GetValue(StdinName) is { Length: > 0 } given ? given.Replace('\\', '/') : "stdin.txt" },
            ["--staged"] => new ScanSettings.Staged { Name = $"git: staged lines {name}".TrimEnd(), Paths = paths },
            ["--diff"] => new ScanSettings.Since(since!) { Name = $"git: lines since {since} {name}".TrimEnd(), Paths = paths },
            ["--history"] => new ScanSettings.History { Name = $"git: history {name}".TrimEnd(), Paths = paths },
            _ when named.Length == 0 => throw new UsageException("Name a folder or file to scan ('secretsaudit scan .'), or --stdin, --staged, --diff REF or --history."),
            // A file's findings have its own name as their path.
            _ when named is [var file] && File.Exists(terminal.FullPath(file)) => new ScanSettings.Tree { Name = Path.GetDirectoryName(file) is { Length: > 0 } folder ? folder : ".", Paths = paths },
            [] when named.Length > 1 => new ScanSettings.Tree { Name = $"paths: {name}", Paths = paths, Root = RootOf(paths, terminal) },
            _ => new ScanSettings.Tree { Name = name, Paths = paths },
        };
    }

    // Paths limit what git is asked for: whoever stands in a folder of a repository and names none means all of it.
    private static string RepositoryOf(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.Exists(Path.Combine(at, ".git")))
                return at;
        }

        return folder;
    }

    // A pipeline starts in the repository's root, and so do paths in its reports; folders elsewhere have one above them all.
    private static string RootOf(IReadOnlyList<string> paths, Terminal terminal)
    {
        var root = terminal.Folder;
        while (paths.Any(path => !IsIn(path, root)) && Path.GetDirectoryName(root) is { } parent)
            root = parent;
        return root;
    }

    private static bool IsIn(string path, string folder) =>
        path == folder || path.StartsWith(folder.EndsWith(Path.DirectorySeparatorChar) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
