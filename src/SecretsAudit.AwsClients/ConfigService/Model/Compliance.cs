namespace Amazon.ConfigService.Model;

/// <summary>How a rule is complied with.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_Compliance.html"/>
public class Compliance
{
    /// <summary>How many resources contribute to a result of <c>NON_COMPLIANT</c>.</summary>
    public ComplianceContributorCount? ComplianceContributorCount { get; set; }

    /// <summary>Whether the resource complies.</summary>
    public ComplianceType? ComplianceType { get; set; }
}
