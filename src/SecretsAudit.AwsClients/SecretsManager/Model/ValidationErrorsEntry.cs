namespace Amazon.SecretsManager.Model;

/// <summary>A check of a resource policy that failed.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ValidationErrorsEntry.html"/>
public class ValidationErrorsEntry
{
    /// <summary>The name of the check.</summary>
    public string? CheckName { get; set; }

    /// <summary>What the check found.</summary>
    public string? ErrorMessage { get; set; }
}
