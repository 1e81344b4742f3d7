using System.Buffers;
using System.Text;
using System.Text.Json;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Trail;

/// <summary>Writes an event as the JSON that CloudTrail delivers.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html"/>
internal static class TrailRecord
{
    public static string Write(TrailEvent happened)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            WriteTo(json, happened);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void WriteTo(Utf8JsonWriter json, TrailEvent happened)
    {
        json.WriteStartObject();
        json.WriteString("eventVersion", "1.11");
        WriteIdentity(json, happened.Identity);
        json.WriteString("eventTime", happened.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
        json.WriteString("eventSource", happened.Source);
        json.WriteString("eventName", happened.Name);
        json.WriteString("awsRegion", happened.Region);
        json.WriteString("sourceIPAddress", happened.Identity.SourceIp);
        json.WriteString("userAgent", happened.Identity.UserAgent);
        WriteIfPresent(json, "errorCode", happened.ErrorCode);
        WriteIfPresent(json, "errorMessage", happened.ErrorMessage);
        WriteDocument(json, "requestParameters", happened.Request);
        WriteDocument(json, "responseElements", happened.Response);
        if (happened is { IsServiceEvent: true, Resources: [{ Arn: var secret }, ..] })
        {
            json.WriteStartObject("additionalEventData");
            json.WriteString("SecretId", secret);
            json.WriteEndObject();
        }

        WriteIfPresent(json, "requestID", happened.RequestId);
        json.WriteString("eventID", happened.EventId);
        json.WriteBoolean("readOnly", happened.ReadOnly);
        WriteResources(json, happened);
        json.WriteString("eventType", happened.EventType);
        json.WriteBoolean("managementEvent", true);
        json.WriteString("recipientAccountId", happened.Account);
        WriteIfPresent(json, "sharedEventID", happened.SharedEventId);
        json.WriteString("eventCategory", "Management");
        json.WriteEndObject();
    }

    private static void WriteIdentity(Utf8JsonWriter json, TrailIdentity identity)
    {
        json.WriteStartObject("userIdentity");
        json.WriteString("type", identity.Type);
        WriteIfPresent(json, "principalId", identity.PrincipalId);
        WriteIfPresent(json, "arn", identity.Arn);
        WriteIfPresent(json, "accountId", identity.AccountId);
        WriteIfPresent(json, "accessKeyId", identity.AccessKeyId);
        if (identity.Type is "IAMUser" or "SAMLUser" or "WebIdentityUser")
        {
            WriteIfPresent(json, "userName", identity.UserName);
        }

        WriteIfPresent(json, "identityProvider", identity.IdentityProvider);

        if (identity.Issuer is not null || identity.SessionCreated is not null)
        {
            WriteSession(json, identity);
        }

        WriteIfPresent(json, "invokedBy", identity.InvokedBy);
        json.WriteEndObject();
    }

    private static void WriteSession(Utf8JsonWriter json, TrailIdentity identity)
    {
        json.WriteStartObject("sessionContext");
        if (identity.Issuer is { } role)
        {
            json.WriteStartObject("sessionIssuer");
            json.WriteString("type", "Role");
            json.WriteString("principalId", role.UniqueId);
            json.WriteString("arn", Arn.InPartition(role.Arn, identity.Arn?.Split(':') is [_, var partition, ..] ? partition : "aws"));
            json.WriteString("accountId", role.AccountId);
            json.WriteString("userName", role.Name);
            json.WriteEndObject();
        }

        if (identity.SessionCreated is { } created)
        {
            json.WriteStartObject("attributes");
            json.WriteString("creationDate", created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
            json.WriteString("mfaAuthenticated", identity.MultiFactorAuthenticated ? "true" : "false");
            json.WriteEndObject();
        }

        WriteIfPresent(json, "sourceIdentity", identity.SourceIdentity);
        json.WriteEndObject();
    }

    private static void WriteResources(Utf8JsonWriter json, TrailEvent happened)
    {
        if (happened.Resources.Count == 0)
        {
            return;
        }

        json.WriteStartArray("resources");
        foreach (var resource in happened.Resources)
        {
            json.WriteStartObject();
            json.WriteString("accountId", resource.Arn.Split(':') is [_, _, _, _, var account, ..] ? account : happened.Account);
            json.WriteString("type", resource.Type);
            json.WriteString("ARN", resource.Arn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIfPresent(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    // CloudTrail writes AWS's member names with a small first letter, "ARN" as "arn".
    private static void WriteDocument(Utf8JsonWriter json, string name, byte[]? document)
    {
        if (document is not { Length: > 2 })
        {
            json.WriteNull(name);
            return;
        }

        json.WritePropertyName(name);
        using var parsed = JsonDocument.Parse(document);
        WriteElement(json, parsed.RootElement);
    }

    private static void WriteElement(Utf8JsonWriter json, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in element.EnumerateObject())
                {
                    json.WritePropertyName(member.Name is "ARN" ? "arn" : char.ToLowerInvariant(member.Name[0]) + member.Name[1..]);
                    WriteElement(json, member.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    WriteElement(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }
}
