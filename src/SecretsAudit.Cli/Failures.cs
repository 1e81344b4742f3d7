using SecretsAudit.CodeScan.Git;
using SecretsAudit.Collectors;
using SecretsAudit.Engine.Auditing;
using SecretsAudit.Engine.Baselines;
using SecretsAudit.Engine.Yaml;
using SecretsAudit.Reports;
using SecretsAudit.Store.Crypto;
using SecretsAudit.Store.Journal;
using SecretsAudit.Store.Templates;
using SecretsAudit.Worker;

namespace SecretsAudit.Cli;

/// <summary>What can go wrong by the user's doing or the machine's, and how it is told.</summary>
internal static class Failures
{
    /// <summary>Whether the message alone helps the user; anything else is a defect of ours.</summary>
    public static bool IsExpected(Exception failure) => failure is UsageException or DocumentException or RuleSettingException or BaselineException
        or InventorySourceException or WorkerConfigurationException or RootKeyException or StoreInUseException or StoreDamagedException or StoreUnavailableException
        or ReportTemplateException or TemplateException or GitException or IOException or UnauthorizedAccessException;

    /// <summary>Tells it on stderr.</summary>
    public static void Tell(Exception failure, Terminal terminal, bool verbose)
    {
        if (failure is DocumentException document)
        {
            // Each line has its file, line, column and hint: the form that editors and CI systems jump to.
            foreach (var error in document.Errors)
                terminal.Error.WriteLine(Printable.Line(error.ToString()));
        }
        else
        {
            terminal.Error.WriteLine($"error: {Printable.Line(failure.Message)}");
        }

        if (verbose)
            terminal.Error.WriteLine(failure.ToString());
    }

    /// <summary>Tells a failure that nobody foresaw: what it is, and how to say more about it.</summary>
    public static void TellDefect(Exception defect, Terminal terminal, bool verbose)
    {
        terminal.Error.WriteLine($"error: This is a defect of secretsaudit {ToolVersion.Text}, not of yours: {Printable.Line($"{defect.GetType().Name}: {defect.Message}")}");
        terminal.Error.WriteLine(verbose ? defect.ToString() : "Run it again with --verbose and report what it says, with the command line.");
    }
}
