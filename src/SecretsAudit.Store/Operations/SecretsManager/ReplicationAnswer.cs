using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>A secret's ARN and where its replicas stand.</summary>
internal sealed record ReplicationAnswer
{
    public required string ARN { get; init; }

    public required IReadOnlyList<ReplicationStatus> ReplicationStatus { get; init; }

    /// <summary>As the call's changes left it.</summary>
    public static ReplicationAnswer Of(Call call, Secret secret)
    {
        var changed = call.State.Secret(secret.Account, secret.Region, secret.Name)!;
        return new() { ARN = changed.Arn, ReplicationStatus = SecretsAudit.Store.Operations.SecretsManager.ReplicationStatus.Of(changed, call.State) ?? [] };
    }
}
