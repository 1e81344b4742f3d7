namespace SecretsAudit.CodeScan.Matching;

/// <summary>Which secret a value is of.</summary>
/// <param name="Secret">The secret's name or ARN.</param>
/// <param name="Stage">The version's staging label: <c>AWSCURRENT</c> or <c>AWSPREVIOUS</c>.</param>
public sealed record StoredValue(string Secret, string Stage)
{
    /// <summary>Whether it is the value that is used now.</summary>
    public bool IsCurrent => Stage == "AWSCURRENT";
}
