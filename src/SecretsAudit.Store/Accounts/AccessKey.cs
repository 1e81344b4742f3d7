using System.Text.Json.Serialization;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Accounts;

/// <summary>A long-lived access key; its secret is encrypted at rest.</summary>
internal sealed record AccessKey : Row
{
    public required string AccessKeyId { get; init; }

    public required string PrincipalArn { get; init; }

    public required byte[] SealedSecret { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Whether it may sign; UpdateAccessKey changes it.</summary>
    public bool IsActive { get; init; } = true;

    [JsonIgnore]
    public override RowId Id => new(RowKind.AccessKey, AccessKeyId);
}
