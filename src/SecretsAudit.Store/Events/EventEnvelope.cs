using System.Text.Json;
using SecretsAudit.Store.Trail;

namespace SecretsAudit.Store.Events;

/// <summary>What happened, in EventBridge's envelope.</summary>
/// <seealso href="https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html"/>
internal static class EventEnvelope
{
    public static byte[] Write(TrailEvent happened)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("version", "0");
            json.WriteString("id", happened.EventId);
            json.WriteString("detail-type", happened.IsServiceEvent ? "AWS Service Event via CloudTrail" : "AWS API Call via CloudTrail");
            json.WriteString("source", "aws." + happened.Source.Split('.')[0]);
            json.WriteString("account", happened.Account);
            json.WriteString("time", happened.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("region", happened.Region);
            json.WriteStartArray("resources");
            foreach (var resource in happened.Resources)
            {
                json.WriteStringValue(resource.Arn);
            }

            json.WriteEndArray();
            json.WritePropertyName("detail");
            json.WriteRawValue(TrailRecord.Write(happened));
            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
