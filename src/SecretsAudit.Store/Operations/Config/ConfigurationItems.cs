using System.Text.Json.Nodes;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Secrets and keys as Config records them; never a value.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/developerguide/config-item-table.html"/>
internal static class ConfigurationItems
{
    public static IEnumerable<JsonObject> Of(Call call)
    {
        var region = call.Services.State.Region(call.Account, call.Region);
        return region.Secrets.Where(secret => !secret.IsPendingDeletion).OrderBy(secret => secret.Name, StringComparer.Ordinal).Select(Of)
            .Concat(region.Keys.OrderBy(key => key.KeyId, StringComparer.Ordinal).Select(Of));
    }

    private static JsonObject Of(Secret secret) => Item("AWS::SecretsManager::Secret", secret.Arn, secret.Arn, secret.Name, secret.Account, secret.Region, secret.Created, secret.Tags, new()
    {
        ["arn"] = secret.Arn,
        ["name"] = secret.Name,
        ["description"] = secret.Description,
        ["kmsKeyId"] = secret.KmsKeyId,
        ["rotationEnabled"] = secret.Rotation is { Enabled: true },
        ["rotationLambdaARN"] = secret.Rotation?.FunctionArn,
    });

    private static JsonObject Of(KmsKey key) => Item("AWS::KMS::Key", key.KeyId, key.Arn, key.KeyId, key.Account, key.Region, key.Created, key.Tags, new()
    {
        ["keyId"] = key.KeyId,
        ["arn"] = key.Arn,
        ["description"] = key.Description,
        ["enabled"] = key.IsUsable,
        ["keyState"] = key.State,
        ["keySpec"] = key.KeySpec,
        ["keyUsage"] = key.KeyUsage,
        ["keyManager"] = key.IsAwsManaged ? "AWS" : "CUSTOMER",
    });

    private static JsonObject Item(
        string type, string id, string arn, string name, string account, string region, DateTimeOffset created, IEnumerable<Tag> tags, JsonObject configuration) => new()
    {
        ["resourceType"] = type,
        ["resourceId"] = id,
        ["resourceName"] = name,
        ["arn"] = arn,
        ["accountId"] = account,
        ["awsRegion"] = region,
        ["resourceCreationTime"] = created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture),
        ["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)new JsonObject { ["key"] = tag.Key, ["value"] = tag.Value })]),
        ["configuration"] = configuration,
    };
}
