using System.Security.Cryptography;
using System.Text;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Trail;

/// <summary>What Secrets Manager itself does to a secret: rotation and deletion, as events of the service.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/cloudtrail_log_entries.html"/>
internal static class SecretServiceEvent
{
    /// <summary>The deletion of a secret with its versions begins.</summary>
    public const string StartDelete = "StartSecretVersionDelete";

    /// <summary>The deletion is called off.</summary>
    public const string CancelDelete = "CancelSecretVersionDelete";

    /// <summary>The deletion has ended: the secret is gone.</summary>
    public const string EndDelete = "EndSecretVersionDelete";

    /// <summary>Old versions without a label are gone, because there were more than 100.</summary>
    public const string VersionDeletion = "SecretVersionDeletion";

    /// <summary>The id of an event that a call causes. It follows from the call's own, so that a store with a seed makes the ids it always made.</summary>
    public static string IdAfter(string callId, string name) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{callId} {name}")).AsSpan(0, 16)).ToString("D");

    /// <summary>An event about a secret; with a reason, one that failed.</summary>
    public static TrailEvent Of(string name, Secret secret, string eventId, DateTimeOffset at, string? failure = null) => new()
    {
        EventId = eventId,
        At = at,
        Account = secret.Account,
        Region = secret.Region,
        Source = "secretsmanager.amazonaws.com",
        Name = name,
        ReadOnly = false,
        Identity = TrailIdentity.Service(secret.Account),
        ErrorCode = failure is null ? null : "RotationFailed",
        ErrorMessage = failure,
        Resources = [new(SecretAccess.ResourceType, secret.Arn)],
        IsServiceEvent = true,
    };
}
