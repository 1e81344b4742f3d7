using SecretsAudit.Engine.Auditing;
using SecretsAudit.Engine.Rules;
using SecretsAudit.Engine.Yaml;
using SecretsAudit.Iam;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Configuration;

/// <summary>What <c>secretsaudit.yaml</c> says. Everything in it may be left out; flags and environment variables win over it.</summary>
public sealed record AuditConfiguration
{
    /// <summary>An empty configuration.</summary>
    public static AuditConfiguration Empty { get; } = new();

    /// <summary>Where the inventory is read.</summary>
    public ConfiguredSource Source { get; init; } = new();

    /// <summary>Folders of more rules, relative to the file.</summary>
    public IReadOnlyList<string> RuleFolders { get; init; } = [];

    /// <summary>Settings of rules by the name or id the file gives, each with its place.</summary>
    public IReadOnlyList<ConfiguredRule> Rules { get; init; } = [];

    /// <summary>The waivers' file, relative to this one; null for none.</summary>
    public string? Waivers { get; init; }

    /// <summary>How long before a waiver's expiry a warning is given; null for the default.</summary>
    public TimeSpan? WaiverWarning { get; init; }

    /// <summary>The baseline's file, relative to this one; null for none.</summary>
    public string? Baseline { get; init; }

    /// <summary>The severity from which findings fail the run; null for the default.</summary>
    public Severity? FailOn { get; init; }

    /// <summary>The tags that name an owner, the first that is there wins; empty for the default.</summary>
    public IReadOnlyList<string> OwnerTags { get; init; } = [];

    /// <summary>Whom the owner of the estate trusts.</summary>
    public TrustZone Trust { get; init; } = TrustZone.Nobody;

    /// <summary>How soon findings are to be fixed, by severity.</summary>
    public IReadOnlyDictionary<Severity, TimeSpan> DueTimes { get; init; } = new Dictionary<Severity, TimeSpan>();

    /// <summary>Whether AWS Config's verdicts are compared with ours; null for the default.</summary>
    public bool? ComparesConfig { get; init; }

    /// <summary>How far back use is looked up; null for the default.</summary>
    public TimeSpan? UsageWindow { get; init; }

    /// <summary>Reads a configuration.</summary>
    /// <param name="path">The file's path, for error messages.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="rules">
    /// Loads the rules that the configuration is about; asked only when the file is wrong, so that what is wrong with the settings of rules is told at the
    /// same time. Null leaves that to <see cref="RuleSettings"/>.
    /// </param>
    /// <exception cref="DocumentException">The file is wrong; every error is in it, with its place and a guess at what was meant.</exception>
    public static AuditConfiguration Read(string path, string text, Func<AuditConfiguration, RulePack>? rules = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var errors = new ErrorList();
        var configuration = ConfigurationReader.Read(path, text, errors);
        if (!errors.IsEmpty && rules is not null)
            configuration.CheckRules(rules, errors);

        errors.ThrowIfAny();
        return configuration;
    }

    /// <summary>The settings of rules, checked against the rules there are.</summary>
    /// <param name="pack">The rules.</param>
    /// <returns>Settings for <see cref="AuditOptions.Rules"/>.</returns>
    /// <exception cref="DocumentException">A setting names a rule or parameter that does not exist, or a value that is not allowed.</exception>
    public IReadOnlyDictionary<string, RuleSetting> RuleSettings(RulePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var errors = new ErrorList();
        foreach (var rule in Rules)
            rule.Check(pack, errors);

        errors.ThrowIfAny();
        return Rules.ToDictionary(rule => rule.Name, rule => rule.Setting, StringComparer.Ordinal);
    }

    private void CheckRules(Func<AuditConfiguration, RulePack> rules, ErrorList errors)
    {
        try
        {
            using var pack = rules(this);
            foreach (var rule in Rules)
                rule.Check(pack, errors);
        }
        catch (DocumentException broken)
        {
            errors.Add(broken.Errors);
        }
    }
}
