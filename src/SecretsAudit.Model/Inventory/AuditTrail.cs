namespace SecretsAudit.Model;

/// <summary>A trail of AWS CloudTrail.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Trail.html"/>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html"/>
public sealed record AuditTrail
{
    /// <summary>The trail's ARN, or its name where AWS gives no ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>Whether it records every region.</summary>
    public required bool IsMultiRegion { get; init; }

    /// <summary>Whether digests let a reader detect tampering.</summary>
    public required bool ValidatesLogs { get; init; }

    /// <summary>Whether its files are encrypted under a KMS key.</summary>
    public required bool IsEncrypted { get; init; }

    /// <summary>Whether it records now.</summary>
    public Fact<bool> IsLogging { get; init; }

    /// <summary>The last error of a delivery to its bucket; absent when there is none.</summary>
    public Fact<string> DeliveryError { get; init; }
}
