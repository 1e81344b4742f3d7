namespace Amazon.ConfigService.Model;

/// <summary>How many resources contribute to a result.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_ComplianceContributorCount.html"/>
public class ComplianceContributorCount
{
    /// <summary>Whether there are more than the cap.</summary>
    public bool? CapExceeded { get; set; }

    /// <summary>The count, up to its cap.</summary>
    public int? CappedCount { get; set; }
}
