using System.CommandLine;
using SecretsAudit.Cli.Auditing;
using SecretsAudit.Cli.Output;
using SecretsAudit.Engine.Baselines;
using SecretsAudit.Model;

namespace SecretsAudit.Cli.Options;

/// <summary>What an earlier run found, and where this one leaves what it found.</summary>
internal static class BaselineOptions
{
    private static readonly Option<string> Named = new("--baseline")
    {
        Description = "What an earlier run found: its JSON report, or the file that --write-baseline wrote. Findings in it do not fail the run until they are overdue.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Write = new("--write-baseline") { Description = "Afterwards, write what is found now to the --baseline file, which need not be there yet." };

    public static void AddTo(Command command)
    {
        command.Options.Add(Named);
        command.Options.Add(Write);
    }

    /// <summary>The baseline of a scan: of folders and files. Lines that were added are new by themselves, and a history stays as it is.</summary>
    /// <exception cref="UsageException">One is asked for where there is none, or as in <see cref="Read"/>.</exception>
    /// <exception cref="BaselineException">It is no baseline.</exception>
    public static BaselineChoice ReadForScan(ScanSettings settings, ParseResult parse, Terminal terminal, ConfigurationFile configuration)
    {
        if (settings is ScanSettings.Tree)
            return Read(parse, terminal, configuration);
        return parse.GetValue(Write) || parse.GetValue(Named) is not null
            ? throw new UsageException("--baseline goes with a scan of folders and files: 'secretsaudit scan . --baseline FILE'.")
            : new(null, null, null);
    }

    /// <summary>The baseline's file; null when none is named.</summary>
    /// <exception cref="UsageException">It does not exist, or is to be written and has no name.</exception>
    /// <exception cref="BaselineException">It is no baseline.</exception>
    public static BaselineChoice Read(ParseResult parse, Terminal terminal, ConfigurationFile configuration)
    {
        var given = Setting.Text(parse, Named, terminal);
        var name = given ?? configuration.Settings.Baseline;
        var writes = parse.GetValue(Write);
        if (name is null)
            return writes ? throw new UsageException("--write-baseline needs a file: name it with --baseline.") : new(null, null, null);

        var path = given is null ? configuration.FullPath(name) : terminal.FullPath(name);
        if (Directory.Exists(path))
            throw new UsageException($"The baseline '{name}' is a folder. Name the file.");
        if (File.Exists(path))
            return new(name, Baseline.Read(name, TextFile.ReadBaseline(path, name)), writes ? path : null);
        return writes
            ? new(name, null, path)
            : throw new UsageException($"The baseline '{name}' does not exist. Make it with --write-baseline.");
    }

    /// <summary>Writes the baseline after a run, when that was asked for: whole or not at all.</summary>
    /// <returns>A line that says so; null when nothing was written.</returns>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static async Task<string?> WriteAsync(BaselineChoice choice, AuditResult result, CancellationToken cancellationToken)
    {
        if (choice.WriteTo is not { } path)
            return null;

        var after = Baseline.After(result, choice.Before);
        await WholeFile.WriteAsync(path, (file, token) => file.WriteAsync(BaselineFile.Write(after), token).AsTask(), isPrivate: false, cancellationToken).ConfigureAwait(false);
        var known = after.Entries.Count(entry => !entry.IsFixed);
        return $"{known} {(known == 1 ? "finding" : "findings")} in the baseline {choice.Name}.";
    }
}
