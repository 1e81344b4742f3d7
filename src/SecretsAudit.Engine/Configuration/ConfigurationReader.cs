using SecretsAudit.Engine.Auditing;
using SecretsAudit.Engine.Rules.Reading;
using SecretsAudit.Engine.Yaml;
using SecretsAudit.Iam;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Configuration;

/// <summary>Reads <c>secretsaudit.yaml</c>. A key that is not known is an error, so that no setting is lost to a slip.</summary>
internal sealed class ConfigurationReader(ErrorList errors)
{
    public static AuditConfiguration Read(string path, string text, ErrorList errors)
    {
        // An empty file sets nothing.
        if (string.IsNullOrWhiteSpace(text))
            return AuditConfiguration.Empty;

        switch (YamlDocument.Read(path, text, errors))
        {
            case YamlMap map:
                return new ConfigurationReader(errors).Read(map);
            case { } other:
                errors.Add(other.At, $"A configuration is a mapping, not {other.Kind}.");
                return AuditConfiguration.Empty;
            default:
                return AuditConfiguration.Empty;
        }
    }

    private AuditConfiguration Read(YamlMap map)
    {
        var reader = new MapReader(map, errors);
        var configuration = new AuditConfiguration
        {
            Source = reader.OptionalMap("source") is { } source ? ReadSource(source) : new(),
            RuleFolders = Texts(reader, "rule-folders"),
            Rules = [.. (reader.OptionalMap("rules")?.Entries ?? []).Select(ReadRule).OfType<ConfiguredRule>()],
            Waivers = reader.OptionalText("waivers")?.Value,
            WaiverWarning = Duration(reader.OptionalText("waiver-warning")),
            Baseline = reader.OptionalText("baseline")?.Value,
            FailOn = Severity(reader.OptionalText("fail-on")),
            OwnerTags = Texts(reader, "owner-tags"),
            Trust = reader.OptionalMap("trust") is { } trust ? ReadTrust(trust) : TrustZone.Nobody,
            DueTimes = reader.OptionalMap("due") is { } due ? ReadDue(due) : new Dictionary<Severity, TimeSpan>(),
            ComparesConfig = Bool(reader.OptionalText("compare-config")),
            UsageWindow = ReadWindow(reader.OptionalText("usage-window")),
        };
        reader.Finish();
        return configuration;
    }

    private ConfiguredSource ReadSource(YamlMap map)
    {
        var reader = new MapReader(map, errors);
        var endpoint = reader.OptionalText("endpoint");
        Uri? address = null;
        if (endpoint is not null && !(Uri.TryCreate(endpoint.Value, UriKind.Absolute, out address) && address.Scheme is "http" or "https"))
            errors.Add(endpoint.At, "'endpoint' must be an http or https address.");

        var source = new ConfiguredSource
        {
            Kind = reader.OptionalText("kind")?.Value,
            Endpoint = address,
            Profiles = Texts(reader, "profiles"),
            Regions = Texts(reader, "regions"),
            Expected = [.. reader.Texts("expect").Select(ReadScope).OfType<Scope>()],
        };
        reader.Finish();
        return source;
    }

    private Scope? ReadScope(YamlText text)
    {
        if (text.Value.Split('/') is [{ Length: 12 } account, { Length: > 0 } region] && account.All(char.IsAsciiDigit))
            return new(account, region);

        errors.Add(text.At, $"'{text.Value}' is no account and region.", "Write 111122223333/eu-west-1.");
        return null;
    }

    private TrustZone ReadTrust(YamlMap map)
    {
        var reader = new MapReader(map, errors);
        var zone = new TrustZone
        {
            Accounts = Texts(reader, "accounts"),
            Organizations = Texts(reader, "organizations"),
            OrganizationPaths = Texts(reader, "organization-paths"),
            Vpcs = Texts(reader, "vpcs"),
            VpcEndpoints = Texts(reader, "vpc-endpoints"),
            IpRanges = Texts(reader, "ip-ranges"),
        };
        reader.Finish();
        foreach (var problem in zone.Problems())
            errors.Add(map.At, problem);

        return zone;
    }

    private Dictionary<Severity, TimeSpan> ReadDue(YamlMap map)
    {
        var due = new Dictionary<Severity, TimeSpan>();
        foreach (var entry in map.Entries)
        {
            if (entry.Value is not YamlText text)
                errors.Add(entry.Value.At, $"A due time is a duration, not {entry.Value.Kind}.");
            else if (Duration(text) is { } time)
                due[WordReader.Choice<Severity>(entry.Key, "severity", errors)] = time;
        }

        return due;
    }

    private ConfiguredRule? ReadRule(YamlEntry entry)
    {
        if (entry.Value is not YamlMap map)
        {
            errors.Add(entry.Value.At, $"The settings of '{entry.Key.Value}' are a mapping, not {entry.Value.Kind}.", "Write enabled: true under its name.");
            return null;
        }

        var parameters = new List<(string, string, DocumentPosition)>();
        var reader = new MapReader(map, errors);
        var setting = ReadSetting(reader, parameters) with
        {
            Overrides = [.. (reader.OptionalList("overrides")?.Items ?? []).Select(item => ReadOverride(item, parameters)).OfType<RuleOverride>()],
        };
        reader.Finish();
        return new(entry.Key.Value, entry.Key.At, setting, parameters);
    }

    private RuleSetting ReadSetting(MapReader reader, List<(string, string, DocumentPosition)> parameters)
    {
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in reader.OptionalMap("parameters")?.Entries ?? [])
        {
            var value = entry.Value switch
            {
                YamlText text => text.Value,
                YamlList list => string.Join(", ", MapReader.TextsOf(list, errors).Select(text => text.Value)),
                _ => null,
            };
            if (value is null)
            {
                errors.Add(entry.Value.At, $"'{entry.Key.Value}' must be a text or a list, not {entry.Value.Kind}.");
                continue;
            }

            own[entry.Key.Value] = value;
            parameters.Add((entry.Key.Value, value, entry.Value.At));
        }

        return new()
        {
            Enabled = Bool(reader.OptionalText("enabled")),
            Severity = Severity(reader.OptionalText("severity")),
            Grace = Duration(reader.OptionalText("grace")),
            Parameters = own,
        };
    }

    private RuleOverride? ReadOverride(YamlNode node, List<(string, string, DocumentPosition)> parameters)
    {
        if (node is not YamlMap map)
        {
            errors.Add(node.At, $"An override is a mapping, not {node.Kind}.");
            return null;
        }

        var reader = new MapReader(map, errors);
        var selector = new ResourceSelector
        {
            Paths = Texts(reader, "paths"),
            Tags = reader.OptionalMap("tags") is { } tags ? TextMap.Read(tags, errors) : new Dictionary<string, string>(),
            Accounts = Texts(reader, "accounts"),
            Regions = Texts(reader, "regions"),
        };
        var setting = ReadSetting(reader, parameters);
        reader.Finish();
        if (selector is { Paths.Count: 0, Tags.Count: 0, Accounts.Count: 0, Regions.Count: 0 })
            errors.Add(map.At, "An override says for which resources it is.", "Add paths, tags, accounts or regions.");

        return new(selector, setting);
    }

    private static IReadOnlyList<string> Texts(MapReader reader, string key) => [.. reader.Texts(key).Select(text => text.Value)];

    private TimeSpan? ReadWindow(YamlText? text)
    {
        var window = Duration(text);
        if (window is { TotalDays: < 1 or > 90 })
            errors.Add(text!.At, "'usage-window' must be from 1d to 90d: the audit trail keeps events no longer.");

        return window;
    }

    private TimeSpan? Duration(YamlText? text)
    {
        if (text is null)
            return null;

        if (Durations.TryParse(text.Value, out var duration))
            return duration;

        errors.Add(text.At, $"'{text.Value}' is no duration.", "Write 7d, 12h or 1d12h.");
        return null;
    }

    private Severity? Severity(YamlText? text) => text is null ? null : WordReader.Choice<Severity>(text, "severity", errors);

    private bool? Bool(YamlText? text)
    {
        if (text is not null && text.Value is not ("true" or "false"))
            errors.Add(text.At, $"'{text.Value}' must be true or false.");

        return text is null ? null : text.Value == "true";
    }
}
