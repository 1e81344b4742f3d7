using System.CommandLine;
using SecretsAudit.Cli.Policies;

namespace SecretsAudit.Cli.Options;

/// <summary>Options of <c>policy check</c>.</summary>
internal static class PolicyOptions
{
    private static readonly string[] Formats = ["text", "json", "sarif"];

    private static readonly Option<string> Kind = new("--kind")
    {
        Description = $"Where the policy is attached: {string.Join(", ", PolicyKindWords.All)}. Default: guessed from what it says.",
        HelpName = "KIND",
    };

    private static readonly Option<string> Resource = new("--resource") { Description = "The ARN of the resource that holds the policy. Default: any that the policy speaks of.", HelpName = "ARN" };

    private static readonly Option<string> Format = new("--format", "-f") { Description = "text, json or sarif. Default: by the name of --out, else text.", HelpName = "FORMAT" };

    private static readonly Option<string> Out = new("--out", "-o") { Description = "The file to write; - is stdout, the default.", HelpName = "FILE|-" };

    private static readonly Option<string> FailOn = new("--fail-on")
    {
        Description = $"What ends the run with exit code 1: {string.Join(", ", PolicyThreshold.Words)}. Default: outside, which is somebody outside getting in, and what AWS would refuse.",
        HelpName = "WHAT",
    };

    public static void AddTo(Command command)
    {
        command.Options.Add(Kind);
        TrustOption.AddTo(command);
        command.Options.Add(Resource);
        command.Options.Add(Format);
        command.Options.Add(Out);
        command.Options.Add(FailOn);
    }

    /// <exception cref="UsageException">An option is wrong.</exception>
    public static PolicySettings Read(ParseResult parse, Terminal terminal)
    {
        var kind = parse.GetValue(Kind);
        var resource = parse.GetValue(Resource);
        if (resource is not null && (!resource.StartsWith("arn:", StringComparison.Ordinal) || resource.Split(':').Length < 6))
            throw new UsageException($"--resource: '{resource}' is no ARN such as arn:aws:secretsmanager:eu-west-1:123456789012:secret:app-AbCdEf.");
        var output = parse.GetValue(Out) is { } name && name != "-" ? name : null;
        return new PolicySettings
        {
            Kind = kind is null ? null : PolicyKindWords.Find(kind) ?? throw new UsageException($"--kind: {Choices.Unknown("kind of policy", kind, PolicyKindWords.All)}"),
            Zone = TrustOption.Read(parse, terminal),
            Resource = resource,
            Format = ReadFormat(parse.GetValue(Format), output),
            Output = output,
            FailOn = PolicyThreshold.Of(parse.GetValue(FailOn)?.ToLowerInvariant() ?? "outside"),
        };
    }

    private static string ReadFormat(string? word, string? output)
    {
        var byName = Path.GetExtension(output ?? "").TrimStart('.').ToLowerInvariant();
        var format = word?.ToLowerInvariant() ?? (Formats.Contains(byName) ? byName : "text");
        return Formats.Contains(format) ? format : throw new UsageException($"--format: {Choices.Unknown("format", format, Formats)}");
    }
}
