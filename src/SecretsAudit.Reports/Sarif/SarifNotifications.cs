using System.Text.Json;
using SecretsAudit.Model;
using SecretsAudit.Reports.Text;

namespace SecretsAudit.Reports.Sarif;

/// <summary>What a run could not read, could not judge or left out, as SARIF notifications of its invocation.</summary>
internal static class SarifNotifications
{
    // Bounds the file; the rest is told as its count.
    private const int MostGaps = 500;

    /// <summary>Writes <c>executionSuccessful</c> and the notifications.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="audit">The whole audit.</param>
    /// <param name="category">The run's part of it.</param>
    /// <param name="rules">The run's rules.</param>
    /// <param name="remarks">What the writer itself has to say: truncation, coarser categories.</param>
    public static void WriteInvocation(Utf8JsonWriter json, AuditResult audit, SarifCategory category, SarifRuleTable rules, IReadOnlyList<string> remarks)
    {
        json.WriteStartObject();
        // An audit with a gap did not do what it was asked to do: zero results then mean nothing.
        json.WriteBoolean("executionSuccessful", category.Gaps.Count == 0 && category.NotEvaluated.Count == 0);
        json.WriteString("startTimeUtc", audit.StartedAt.UtcDateTime);
        json.WriteString("endTimeUtc", (audit.StartedAt + audit.Duration).UtcDateTime);
        json.WriteStartArray("toolExecutionNotifications");

        foreach (var remark in remarks)
            Write(json, "report", "warning", remark, null, null);
        foreach (var gap in category.Gaps.Take(MostGaps))
            Write(json, $"gap/{gap.Kind.ToString().ToLowerInvariant()}", "error",
                VisibleText.OneLine($"{gap.Operation} on {gap.Subject} could not be read: {gap.Reason} {gap.Remedy}", 2000), null, null);
        if (category.Gaps.Count > MostGaps)
            Write(json, "gap", "error", $"{category.Gaps.Count - MostGaps} more reads failed; the JSON report lists all.", null, null);
        foreach (var group in category.NotEvaluated.GroupBy(unevaluated => (unevaluated.RuleId, unevaluated.Reason)).Take(MostGaps))
            Write(json, "not-evaluated", "warning", VisibleText.OneLine(
                $"{group.Key.RuleId} could not judge {group.Count()} {(group.Count() == 1 ? "resource" : "resources")}: {group.Key.Reason}.", 2000),
                group.Key.RuleId, rules.IndexOf(group.Key.RuleId));

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string id, string level, string text, string? rule, int? index)
    {
        json.WriteStartObject();
        json.WriteStartObject("descriptor");
        json.WriteString("id", id);
        json.WriteEndObject();
        if (rule is not null)
        {
            json.WriteStartObject("associatedRule");
            json.WriteString("id", rule);
            if (index is not null)
                json.WriteNumber("index", index.Value);
            json.WriteEndObject();
        }

        json.WriteString("level", level);
        json.WriteStartObject("message");
        json.WriteString("text", text);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
