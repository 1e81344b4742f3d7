using System.Text.Json;
using Amazon.CloudTrail.Model;

namespace SecretsAudit.Collectors;

/// <summary>What one record of a read says: of which secret, by whom, and whether it failed.</summary>
/// <param name="SecretId">The name or ARN that the caller gave.</param>
/// <param name="Principal">
/// The role behind a session, else the caller's ARN, else the service or the user's name. Of another account's caller AWS tells the account alone,
/// which stands here as policies name it: <c>arn:aws:iam::ACCOUNT:root</c>.
/// </param>
/// <param name="ErrorCode">AWS's error code; null when the read succeeded.</param>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html"/>
internal sealed record TrailRecord(string? SecretId, string? Principal, string? ErrorCode)
{
    // AWS's own limit of an event.
    private const int MostCharacters = 256 * 1024;

    public static TrailRecord Of(Event record)
    {
        var resource = record.Resources?.FirstOrDefault()?.ResourceName;
        if (record.CloudTrailEvent is not { Length: > 0 and <= MostCharacters } json)
            return new(resource, record.Username, null);
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 32 });
            var root = document.RootElement;
            var identity = Of(root, "userIdentity");
            return new(
                Text(Of(root, "requestParameters"), "secretId") ?? resource,
                Text(Of(Of(identity, "sessionContext"), "sessionIssuer"), "arn") ?? Text(identity, "arn") ?? AccountOf(identity) ?? Text(identity, "invokedBy") ?? record.Username,
                Text(root, "errorCode"));
        }
        catch (JsonException)
        {
            // Without its record an event still says what was read, but not whether it was allowed: it counts as unreadable.
            return new(null, null, null);
        }
    }

    private static string? AccountOf(JsonElement identity) =>
        Text(identity, "type") == "AWSAccount" && Text(identity, "accountId") is { Length: 12 } account ? $"arn:aws:iam::{account}:root" : null;

    private static JsonElement Of(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) ? value : default;

    private static string? Text(JsonElement element, string member) =>
        Of(element, member) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
