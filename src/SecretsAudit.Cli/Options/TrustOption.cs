using System.CommandLine;
using SecretsAudit.Engine.Configuration;
using SecretsAudit.Iam;

namespace SecretsAudit.Cli.Options;

/// <summary><c>--trust</c>: who is not outside, as words or as a file with the <c>trust</c> section of a configuration.</summary>
internal static class TrustOption
{
    private static readonly string[] Words = ["account", "org", "ou", "vpc", "vpce", "ip"];

    private static readonly Option<string[]> Trust = Lists.Option(
        "--trust",
        "Who is not outside: account=ID, org=ID, ou=PATH, vpc=ID, vpce=ID, ip=RANGE, separated by commas or repeated; or a file with a trust section, such as secretsaudit.yaml. "
        + "Default: nobody is asked about but strangers.",
        "WHO|FILE");

    public static void AddTo(Command command) => command.Options.Add(Trust);

    /// <summary>The zone; null when none is given.</summary>
    /// <exception cref="UsageException">An entry is not understood, or a file cannot be read.</exception>
    public static TrustZone? Read(ParseResult parse, Terminal terminal)
    {
        var entries = Setting.Texts(parse, Trust, terminal);
        if (entries.Count == 0)
            return null;

        var zone = TrustZone.Nobody;
        foreach (var entry in entries)
            zone = entry.Split('=', 2) is [var word, var value] ? With(zone, word.Trim().ToLowerInvariant(), value.Trim()) : With(zone, OfFile(entry, terminal));
        return zone.Problems() is [var problem, ..] ? throw new UsageException($"--trust: {problem}") : zone;
    }

    private static TrustZone With(TrustZone zone, string word, string value) => word switch
    {
        "account" => zone with { Accounts = [.. zone.Accounts, value] },
        "org" => zone with { Organizations = [.. zone.Organizations, value] },
        "ou" => zone with { OrganizationPaths = [.. zone.OrganizationPaths, value] },
        "vpc" => zone with { Vpcs = [.. zone.Vpcs, value] },
        "vpce" => zone with { VpcEndpoints = [.. zone.VpcEndpoints, value] },
        "ip" => zone with { IpRanges = [.. zone.IpRanges, value] },
        _ => throw new UsageException($"--trust: {Choices.Unknown("kind of trust", word, Words)}"),
    };

    private static TrustZone With(TrustZone zone, TrustZone other) => new()
    {
        Accounts = [.. zone.Accounts, .. other.Accounts],
        Organizations = [.. zone.Organizations, .. other.Organizations],
        OrganizationPaths = [.. zone.OrganizationPaths, .. other.OrganizationPaths],
        Vpcs = [.. zone.Vpcs, .. other.Vpcs],
        VpcEndpoints = [.. zone.VpcEndpoints, .. other.VpcEndpoints],
        IpRanges = [.. zone.IpRanges, .. other.IpRanges],
    };

    private static TrustZone OfFile(string path, Terminal terminal)
    {
        var full = terminal.FullPath(path);
        if (!File.Exists(full))
            throw new UsageException($"--trust: '{path}' is neither NAME=VALUE, such as account=123456789012, nor a file that exists.");
        var zone = AuditConfiguration.Read(path, File.ReadAllText(full)).Trust;
        return zone == TrustZone.Nobody ? throw new UsageException($"--trust: '{path}' has no trust section that names anybody.") : zone;
    }
}
