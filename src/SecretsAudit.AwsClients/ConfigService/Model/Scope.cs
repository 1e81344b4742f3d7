namespace Amazon.ConfigService.Model;

/// <summary>The resources whose changes trigger a rule.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_Scope.html"/>
public class Scope
{
    /// <summary>The one resource to evaluate.</summary>
    public string? ComplianceResourceId { get; set; }

    /// <summary>The types of resources.</summary>
    public List<string>? ComplianceResourceTypes { get; set; }

    /// <summary>The service principals in scope.</summary>
    public List<string>? ServicePrincipals { get; set; }

    /// <summary>The tag a resource must carry.</summary>
    public string? TagKey { get; set; }

    /// <summary>The value that tag must have.</summary>
    public string? TagValue { get; set; }
}
