namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>A policy that shares a parameter.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetResourcePoliciesResponseEntry.html"/>
public class GetResourcePoliciesResponseEntry
{
    /// <summary>The policy document, as JSON.</summary>
    public string? Policy { get; set; }

    /// <summary>Changes with the document.</summary>
    public string? PolicyHash { get; set; }

    /// <summary>The id.</summary>
    public string? PolicyId { get; set; }
}
