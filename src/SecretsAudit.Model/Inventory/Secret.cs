namespace SecretsAudit.Model;

/// <summary>One secret as its service describes it: everything but its value, which no type of this library can hold.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html"/>
public sealed record Secret
{
    /// <summary>The full ARN, with the six random characters.</summary>
    public required string Arn { get; init; }

    /// <summary>The friendly name, without the six random characters.</summary>
    public required string Name { get; init; }

    /// <summary>The account and region it was read from.</summary>
    public required Scope Scope { get; init; }

    /// <summary>The description; absent when it has none.</summary>
    public Fact<string> Description { get; init; }

    /// <summary>The key that encrypts it, as key id, key ARN or alias; absent means the AWS-managed key <c>aws/secretsmanager</c>.</summary>
    public Fact<string> KmsKeyId { get; init; }

    /// <summary>When it was created.</summary>
    public Fact<DateTimeOffset> CreatedAt { get; init; }

    /// <summary>When anything about it was last changed: value, tags, description, policy. Not evidence of rotation.</summary>
    public Fact<DateTimeOffset> LastChanged { get; init; }

    /// <summary>The day (UTC midnight) its value was last read; absent when it never was.</summary>
    public Fact<DateTimeOffset> LastAccessed { get; init; }

    /// <summary>When Secrets Manager last rotated it; absent when it never did.</summary>
    public Fact<DateTimeOffset> LastRotated { get; init; }

    /// <summary>The date of its deletion: of the request, or the day it is scheduled for (AWS's pages say both); absent when it is not scheduled for deletion.</summary>
    public Fact<DateTimeOffset> DeletedAt { get; init; }

    /// <summary>How it rotates.</summary>
    public Rotation Rotation { get; init; } = Rotation.NotRead;

    /// <summary>Its tags, key to value; known and empty when it has none.</summary>
    public Fact<IReadOnlyDictionary<string, string>> Tags { get; init; }

    /// <summary>Its versions that carry a staging label.</summary>
    public Fact<IReadOnlyList<SecretVersion>> Versions { get; init; }

    /// <summary>The region of the primary secret; absent when the secret is not replicated.</summary>
    public Fact<string> PrimaryRegion { get; init; }

    /// <summary>Its replicas (of a primary); known and empty when it has none.</summary>
    public Fact<IReadOnlyList<Replica>> Replicas { get; init; }

    /// <summary>The service that manages it (<c>rds</c>, <c>redshift</c> …); absent when you do.</summary>
    public Fact<string> OwningService { get; init; }

    /// <summary>The resource policy's JSON; absent when it has none.</summary>
    public Fact<string> ResourcePolicy { get; init; }

    /// <summary>How its value was used, from the audit trail.</summary>
    public Fact<SecretUsage> Usage { get; init; }

    /// <summary>How a template shows its value to every reader of the file, as a clause; absent when it does not. Of a secret that exists nobody asks.</summary>
    public Fact<string> ValueShownBy { get; init; }

    /// <summary>Where a template states it; null for one that exists.</summary>
    public SourcePlace? Place { get; init; }
}
