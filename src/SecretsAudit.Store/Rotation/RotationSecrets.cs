using System.Text.Json;
using System.Text.Json.Nodes;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Rotation;

/// <summary>What the built-in rotation functions do with secrets, through the same operations that a Lambda function calls.</summary>
internal sealed class RotationSecrets(ReferenceStore store)
{
    /// <summary>A version's document; null when the version is not there.</summary>
    /// <exception cref="RotationFailedException">The value is not a JSON object.</exception>
    public async Task<JsonObject?> ReadAsync(string secretId, string? versionId, string stage, CancellationToken cancellationToken)
    {
        var (caller, region) = CallerFor(secretId);
        try
        {
            var value = await store.InvokeAsync(
                caller, region, new GetSecretValue.Request { SecretId = secretId, VersionId = versionId, VersionStage = stage }, cancellationToken).ConfigureAwait(false);
            return Parse(value.SecretString);
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The same, of a version that must be there.</summary>
    public async Task<JsonObject> RequireAsync(string secretId, string? versionId, string stage, CancellationToken cancellationToken) =>
        await ReadAsync(secretId, versionId, stage, cancellationToken).ConfigureAwait(false)
            ?? throw new RotationFailedException($"The secret has no version with the label {stage} for this step.");

    /// <summary>Stages a new value as AWSPENDING.</summary>
    public async Task StageAsync(RotationStep step, JsonObject value, CancellationToken cancellationToken)
    {
        var (caller, region) = CallerFor(step.SecretId);
        await store.InvokeAsync(
            caller,
            region,
            new PutSecretValue.Request
            {
                SecretId = step.SecretId,
                ClientRequestToken = step.ClientRequestToken,
                SecretString = value.ToJsonString(),
                VersionStages = [StagingLabels.Pending],
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the step's version current; nothing when it already is.</summary>
    public async Task FinishAsync(RotationStep step, CancellationToken cancellationToken)
    {
        var (caller, region) = CallerFor(step.SecretId);
        var described = await store.InvokeAsync(caller, region, new DescribeSecret.Request { SecretId = step.SecretId }, cancellationToken).ConfigureAwait(false);
        var current = described.VersionIdsToStages?.FirstOrDefault(pair => pair.Value.Contains(StagingLabels.Current)).Key;
        if (current == step.ClientRequestToken)
        {
            return;
        }

        await store.InvokeAsync(
            caller,
            region,
            new UpdateSecretVersionStage.Request
            {
                SecretId = step.SecretId,
                VersionStage = StagingLabels.Current,
                MoveToVersionId = step.ClientRequestToken,
                RemoveFromVersionId = current,
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static (Caller Caller, string Region) CallerFor(string secretId)
    {
        var id = SecretId.Parse(secretId, "", "") ?? throw new RotationFailedException("A secret is named by its ARN here.");
        return (ServiceRole.CallerFor(id.Account), id.Region);
    }

    private static JsonObject Parse(string? text)
    {
        JsonNode? parsed = null;
        try
        {
            parsed = JsonNode.Parse(text ?? "");
        }
        catch (JsonException)
        {
            // Told below, without the parser's own message, which may quote the value.
        }

        return parsed as JsonObject ?? throw new RotationFailedException("The secret's value is not a JSON object.");
    }
}
