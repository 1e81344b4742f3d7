using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Rotation;

/// <summary>
/// A rotation function that really rotates: it generates a value (in a JSON secret a new <c>password</c>, else a new text), stages it as
/// AWSPENDING and makes it current, through the same operations that a Lambda function calls. Every step may be repeated.
/// </summary>
internal sealed class GeneratedValueRotation(ReferenceStore store, Func<(string Account, string Region), Caller> callerFor)
{
    private const string PasswordCharacters = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-_";

    public async Task RunAsync(RotationStep step, CancellationToken cancellationToken)
    {
        var id = SecretId.Parse(step.SecretId, "", "") ?? throw new ArgumentException("Not a secret's ARN.", nameof(step));
        var caller = callerFor((id.Account, id.Region));
        var described = await store.InvokeAsync(caller, id.Region, new DescribeSecret.Request { SecretId = step.SecretId }, cancellationToken).ConfigureAwait(false);
        var stages = described.VersionIdsToStages?.GetValueOrDefault(step.ClientRequestToken);
        switch (step.Step)
        {
            case "createSecret" when !await HasValueAsync(step, caller, id.Region, cancellationToken).ConfigureAwait(false):
                await StageAsync(step, caller, id.Region, described.VersionIdsToStages?.Values.Any(labels => labels.Contains(StagingLabels.Current)) is true, cancellationToken).ConfigureAwait(false);
                break;
            case "finishSecret" when stages is not null && !stages.Contains(StagingLabels.Current):
                var current = described.VersionIdsToStages!.FirstOrDefault(pair => pair.Value.Contains(StagingLabels.Current)).Key;
                await store.InvokeAsync(
                    caller,
                    id.Region,
                    new UpdateSecretVersionStage.Request
                    {
                        SecretId = step.SecretId,
                        VersionStage = StagingLabels.Current,
                        MoveToVersionId = step.ClientRequestToken,
                        RemoveFromVersionId = current,
                    },
                    cancellationToken).ConfigureAwait(false);
                break;
            default:
                break;
        }
    }

    private async Task<bool> HasValueAsync(RotationStep step, Caller caller, string region, CancellationToken cancellationToken)
    {
        try
        {
            await store.InvokeAsync(
                caller, region, new GetSecretValue.Request { SecretId = step.SecretId, VersionId = step.ClientRequestToken }, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ResourceNotFoundException)
        {
            return false;
        }
    }

    private async Task StageAsync(RotationStep step, Caller caller, string region, bool hasValue, CancellationToken cancellationToken)
    {
        var old = hasValue
            ? (await store.InvokeAsync(caller, region, new GetSecretValue.Request { SecretId = step.SecretId }, cancellationToken).ConfigureAwait(false)).SecretString
            : null;
        await store.InvokeAsync(
            caller,
            region,
            new PutSecretValue.Request
            {
                SecretId = step.SecretId,
                ClientRequestToken = step.ClientRequestToken,
                SecretString = Replace(old, RandomNumberGenerator.GetString(PasswordCharacters, 32)),
                VersionStages = [StagingLabels.Pending],
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static string Replace(string? old, string generated)
    {
        if (old is not { Length: > 1 } || old[0] != '{')
        {
            return generated;
        }

        try
        {
            if (JsonNode.Parse(old) is JsonObject document && document.ContainsKey("password"))
            {
                document["password"] = generated;
                return document.ToJsonString();
            }
        }
        catch (JsonException)
        {
            // A text that only looks like JSON is replaced whole.
        }

        return generated;
    }
}
