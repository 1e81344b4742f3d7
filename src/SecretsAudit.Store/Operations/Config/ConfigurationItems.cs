using System.Text.Json;
using System.Text.Json.Nodes;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>What Config knows of an account and region: secrets, keys, buckets, and the resources that it was told of. It knows them as they are now.</summary>
internal static class ConfigurationItems
{
    public static IEnumerable<RecordedResource> Of(StoreState state, string account, string region)
    {
        var here = state.Region(account, region);
        return here.Secrets.Where(secret => !secret.IsPendingDeletion).OrderBy(secret => secret.Name, StringComparer.Ordinal).Select(Of)
            .Concat(here.Keys.OrderBy(key => key.KeyId, StringComparer.Ordinal).Select(Of))
            .Concat(state.Shelf(RowKind.Bucket, Bucket.Everyone, ScopedRow.Global).Rows.Cast<Bucket>()
                .Where(bucket => bucket.Owner == account && bucket.Location == region).Select(Of))
            .Concat(state.Shelf(RowKind.CustomResource, account, region).Rows.Cast<CustomResource>().Select(Of));
    }

    /// <summary>The resource that a row holds; null for a row of another kind, and for a secret that is deleted and may still come back.</summary>
    public static RecordedResource? Of(Row row) => row switch
    {
        Secret { IsPendingDeletion: false } secret => Of(secret),
        KmsKey key => Of(key),
        Bucket bucket => Of(bucket),
        CustomResource resource => Of(resource),
        _ => null,
    };

    private static RecordedResource Of(Secret secret) => new()
    {
        Type = "AWS::SecretsManager::Secret",
        Id = secret.Arn,
        Arn = secret.Arn,
        Name = secret.Name,
        Account = secret.Account,
        Region = secret.Region,
        Created = secret.Created,
        Tags = secret.Tags,
        Configuration = new()
        {
            ["arn"] = secret.Arn,
            ["name"] = secret.Name,
            ["description"] = secret.Description,
            ["kmsKeyId"] = secret.KmsKeyId,
            ["rotationEnabled"] = secret.Rotation is { Enabled: true },
            ["rotationLambdaARN"] = secret.Rotation?.FunctionArn,
        },
    };

    private static RecordedResource Of(KmsKey key) => new()
    {
        Type = "AWS::KMS::Key",
        Id = key.KeyId,
        Arn = key.Arn,
        Name = key.KeyId,
        Account = key.Account,
        Region = key.Region,
        Created = key.Created,
        Tags = key.Tags,
        Configuration = new()
        {
            ["keyId"] = key.KeyId,
            ["arn"] = key.Arn,
            ["description"] = key.Description,
            ["enabled"] = key.IsUsable,
            ["keyState"] = key.State,
            ["keySpec"] = key.KeySpec,
            ["keyUsage"] = key.KeyUsage,
            ["keyManager"] = key.IsAwsManaged ? "AWS" : "CUSTOMER",
        },
    };

    private static RecordedResource Of(Bucket bucket) => new()
    {
        Type = S3.Buckets.ResourceType,
        Id = bucket.Name,
        Arn = S3.Buckets.Arn(bucket.Name),
        Name = bucket.Name,
        Account = bucket.Owner,
        Region = bucket.Location,
        Created = bucket.Created,
        Configuration = new() { ["name"] = bucket.Name },
    };

    private static RecordedResource Of(CustomResource resource) => new()
    {
        Type = resource.ResourceType,
        Id = resource.ResourceId,
        Name = resource.ResourceName,
        Account = resource.Account,
        Region = resource.Region,
        Tags = [.. resource.Tags.Select(tag => new Tag(tag.Key, tag.Value))],
        Configuration = JsonNode.Parse(resource.Configuration, documentOptions: new() { MaxDepth = 32 }) as JsonObject ?? throw new JsonException("Not an object."),
    };
}
