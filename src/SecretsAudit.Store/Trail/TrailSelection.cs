using System.Text.Json;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Trail;

/// <summary>Which events a trail's selectors let into its files. Everything that the store records is a management event.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/filtering-data-events.html"/>
internal sealed class TrailSelection(TrailSettings trail)
{
    public bool Includes(TrailEntry entry) =>
        trail.AdvancedSelectors is { } advanced ? advanced.Any(selector => (selector.FieldSelectors ?? []).All(field => Holds(field, entry)))
        : trail.EventSelectors is not { } basic || basic.Any(selector => Holds(selector, entry));

    private static bool Holds(TrailEventSelector selector, TrailEntry entry) =>
        selector.IncludeManagementEvents is not false
        && (selector.ReadWriteType ?? "All") switch { "ReadOnly" => entry.ReadOnly, "WriteOnly" => !entry.ReadOnly, _ => true }
        && selector.ExcludeManagementEventSources?.Contains(entry.EventSource) is not true;

    private static bool Holds(TrailFieldSelector selector, TrailEntry entry)
    {
        var values = Values(selector.Field, entry);
        return Any(selector.Equal, values, (value, wanted) => value == wanted)
            && Any(selector.StartsWith, values, (value, wanted) => value.StartsWith(wanted, StringComparison.Ordinal))
            && Any(selector.EndsWith, values, (value, wanted) => value.EndsWith(wanted, StringComparison.Ordinal))
            && !Has(selector.NotEquals, values, (value, wanted) => value == wanted)
            && !Has(selector.NotStartsWith, values, (value, wanted) => value.StartsWith(wanted, StringComparison.Ordinal))
            && !Has(selector.NotEndsWith, values, (value, wanted) => value.EndsWith(wanted, StringComparison.Ordinal));
    }

    private static bool Any(IReadOnlyList<string>? wanted, IReadOnlyList<string> values, Func<string, string, bool> fits) =>
        wanted is not { Count: > 0 } || Has(wanted, values, fits);

    private static bool Has(IReadOnlyList<string>? wanted, IReadOnlyList<string> values, Func<string, string, bool> fits) =>
        wanted?.Any(one => values.Any(value => fits(value, one))) is true;

    private static IReadOnlyList<string> Values(string? field, TrailEntry entry) => field switch
    {
        "eventCategory" => ["Management"],
        "readOnly" => [entry.ReadOnly ? "true" : "false"],
        "eventSource" => [entry.EventSource],
        "eventName" => [entry.EventName],
        "resources.type" => [.. entry.Resources.Select(resource => resource.Type)],
        "resources.ARN" => [.. entry.Resources.Select(resource => resource.Arn)],
        "eventType" or "errorCode" => Read(entry, field),
        "userIdentity.arn" => Read(entry, "userIdentity", "arn"),
        _ => [],
    };

    private static IReadOnlyList<string> Read(TrailEntry entry, params ReadOnlySpan<string> path)
    {
        using var record = JsonDocument.Parse(entry.Record);
        var element = record.RootElement;
        foreach (var step in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(step, out element))
            {
                return [];
            }
        }

        return element.ValueKind == JsonValueKind.String ? [element.GetString()!] : [];
    }
}
