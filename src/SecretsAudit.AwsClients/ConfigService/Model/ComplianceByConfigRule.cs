namespace Amazon.ConfigService.Model;

/// <summary>A rule and how it is complied with.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_ComplianceByConfigRule.html"/>
public class ComplianceByConfigRule
{
    /// <summary>How the rule is complied with.</summary>
    public Compliance? Compliance { get; set; }

    /// <summary>The rule's name.</summary>
    public string? ConfigRuleName { get; set; }
}
