namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>A rule that a parameter carries: when it expires, when somebody is told.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterInlinePolicy.html"/>
public class ParameterInlinePolicy
{
    /// <summary>Whether it is in force.</summary>
    public string? PolicyStatus { get; set; }

    /// <summary>The rule, as JSON.</summary>
    public string? PolicyText { get; set; }

    /// <summary>The kind: <c>Expiration</c>, <c>ExpirationNotification</c>, <c>NoChangeNotification</c>.</summary>
    public string? PolicyType { get; set; }
}
