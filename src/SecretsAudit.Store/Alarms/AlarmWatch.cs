using System.Globalization;
using System.Text.Json;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Alarms;

/// <summary>Judges the alarms after everything that time causes, and publishes each change of state.</summary>
internal sealed class AlarmWatch(IReadOnlyList<Alarm> alarms, StoreState state, Identifiers identifiers, Action<byte[]> publish)
{
    private const string Ok = "OK";
    private const string Ringing = "ALARM";

    private readonly Dictionary<(string Alarm, string Account, string Region), (string State, DateTimeOffset Since)> _states = [];

    /// <summary>Judges them all; the caller makes sure that nobody else does meanwhile.</summary>
    public void Judge(DateTimeOffset now)
    {
        if (alarms.Count == 0)
        {
            return;
        }

        foreach (var (account, region, held) in state.Places)
        {
            foreach (var alarm in alarms)
            {
                var value = OverdueRotations.Measure(held, alarm.Metric, now);
                var key = (alarm.Name, account, region);
                var before = _states.TryGetValue(key, out var known) ? known : (State: Ok, Since: now);
                var next = value >= alarm.Threshold ? Ringing : Ok;
                if (next != before.State)
                {
                    _states[key] = (next, now);
                    publish(Event(alarm, account, region, value, before, next, now));
                }
            }
        }
    }

    private byte[] Event(Alarm alarm, string account, string region, double value, (string State, DateTimeOffset Since) before, string next, DateTimeOffset now)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("version", "0");
            json.WriteString("id", identifiers.Uuid());
            json.WriteString("detail-type", "CloudWatch Alarm State Change");
            json.WriteString("source", "aws.cloudwatch");
            json.WriteString("account", account);
            json.WriteString("time", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteString("region", region);
            json.WriteStartArray("resources");
            json.WriteStringValue($"arn:aws:cloudwatch:{region}:{account}:alarm:{alarm.Name}");
            json.WriteEndArray();
            json.WriteStartObject("detail");
            json.WriteString("alarmName", alarm.Name);
            WriteState(json, "state", next, now, string.Create(CultureInfo.InvariantCulture, $"{alarm.Metric} is {value:0.##}; the threshold is {alarm.Threshold:0.##}."));
            WriteState(json, "previousState", before.State, before.Since, null);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void WriteState(Utf8JsonWriter json, string member, string value, DateTimeOffset at, string? reason)
    {
        json.WriteStartObject(member);
        json.WriteString("value", value);
        if (reason is not null)
        {
            json.WriteString("reason", reason);
        }

        json.WriteString("timestamp", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff+0000", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
