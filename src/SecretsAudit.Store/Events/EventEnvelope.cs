using System.Text.Json;
using SecretsAudit.Store.Trail;

namespace SecretsAudit.Store.Events;

/// <summary>What happened, in EventBridge's envelope.</summary>
/// <seealso href="https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html"/>
internal static class EventEnvelope
{
    /// <summary>The event, and for the end of a rotation the one that says so in its detail-type.</summary>
    public static IEnumerable<byte[]> All(TrailEvent happened)
    {
        yield return Write(happened, happened.IsServiceEvent ? "AWS Service Event via CloudTrail" : "AWS API Call via CloudTrail");
        if (happened is { IsServiceEvent: true, Name: "RotationSucceeded" or "RotationFailed" })
        {
            yield return Write(happened, happened.Name == "RotationSucceeded" ? "Secret Rotation Succeeded" : "Secret Rotation Failed");
        }
    }

    private static byte[] Write(TrailEvent happened, string detailType)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("version", "0");
            json.WriteString("id", happened.EventId);
            json.WriteString("detail-type", detailType);
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
