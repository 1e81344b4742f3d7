using SecretsAudit.Store.Accounts;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>An access key without its secret.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKeyMetadata.html"/>
internal sealed record AccessKeyMetadata
{
    public required string UserName { get; init; }

    public required string AccessKeyId { get; init; }

    public required string Status { get; init; }

    public required DateTimeOffset CreateDate { get; init; }

    public static AccessKeyMetadata Of(Principal user, AccessKey key) =>
        new() { UserName = user.Name, AccessKeyId = key.AccessKeyId, Status = key.IsActive ? "Active" : "Inactive", CreateDate = key.Created };
}

/// <summary>A new access key with its secret.</summary>
internal sealed record NewAccessKey
{
    public required string UserName { get; init; }

    public required string AccessKeyId { get; init; }

    public required string Status { get; init; }

    public string? SecretAccessKey { get; init; }

    public required DateTimeOffset CreateDate { get; init; }

    /// <summary>Never the secret.</summary>
    public override string ToString() => AccessKeyId;
}
