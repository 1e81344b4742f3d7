namespace Amazon.ConfigService.Model;

/// <summary>A rule written as a policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_CustomPolicyDetails.html"/>
public class CustomPolicyDetails
{
    /// <summary>Whether the policy's debug log is delivered.</summary>
    public bool? EnableDebugLogDelivery { get; set; }

    /// <summary>The policy's runtime.</summary>
    public string? PolicyRuntime { get; set; }

    /// <summary>The policy.</summary>
    public string? PolicyText { get; set; }
}
