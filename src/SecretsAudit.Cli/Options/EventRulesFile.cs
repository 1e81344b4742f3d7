using System.Text.Json;
using SecretsAudit.Store;
using SecretsAudit.Store.Alarms;
using SecretsAudit.Store.Events;

namespace SecretsAudit.Cli.Options;

/// <summary>The file of <c>--events</c>: which events go where, and which thresholds tell of themselves.</summary>
internal static class EventRulesFile
{
    /// <summary>The options with the file's rules and alarms.</summary>
    /// <exception cref="UsageException">The file cannot be read, or something in it is not as it must be.</exception>
    public static StoreOptions Apply(StoreOptions options, string? name, Terminal terminal)
    {
        if (name is null)
            return options;
        var file = Read(terminal.FullPath(name), name);
        var (rules, alarms) = (file.Rules ?? [], file.Alarms ?? []);
        if (alarms.Count > 0 && rules.Count == 0)
            throw new UsageException($"--events {name} has alarms and no rule: nobody would hear of them. Add one with the pattern {{\"source\":[\"aws.cloudwatch\"]}}.");
        return options with
        {
            EventTargets = [.. rules.Select(rule => TargetOf(rule, name, terminal))],
            Alarms = [.. alarms.Select(alarm => AlarmOf(alarm, name))],
        };
    }

    private static EventRulesDocument Read(string path, string name)
    {
        try
        {
            return JsonSerializer.Deserialize(TextFile.ReadEventRules(path, name), EventRulesJson.Default.EventRulesDocument) ?? throw new JsonException("It is empty.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UsageException($"--events {name} cannot be read: {unreadable.Message}", unreadable);
        }
    }

    private static EventTarget TargetOf(EventRulesDocument.Rule rule, string name, Terminal terminal)
    {
        if (!Uri.TryCreate(rule.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new UsageException($"--events {name}: the rule '{rule.Name}' needs an http or https address as its url.");
        if (rule.Attempts is < 1 or > 10)
            throw new UsageException($"--events {name}: the rule '{rule.Name}' has attempts {rule.Attempts}; from 1 to 10 are possible.");
        try
        {
            var target = new EventTarget(rule.Name, EventPattern.Parse(rule.Pattern.GetRawText()), url, rule.DeadLetterFile is { } letters ? terminal.FullPath(letters) : null);
            return target with { IncludeReads = rule.IncludeReads ?? target.IncludeReads, Attempts = rule.Attempts ?? target.Attempts };
        }
        catch (FormatException malformed)
        {
            throw new UsageException($"--events {name}: the pattern of the rule '{rule.Name}' is not EventBridge's. {malformed.Message}", malformed);
        }
    }

    private static Alarm AlarmOf(EventRulesDocument.Threshold alarm, string name) =>
        Enum.TryParse<AlarmMetric>(alarm.Metric, out var metric) && Enum.IsDefined(metric) && !char.IsAsciiDigit(alarm.Metric[0])
            ? new(alarm.Name, metric, alarm.AtLeast)
            : throw new UsageException($"--events {name}: the alarm '{alarm.Name}' has the metric '{alarm.Metric}'; known are {string.Join(", ", Enum.GetNames<AlarmMetric>())}.");
}
