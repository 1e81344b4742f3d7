namespace SecretsAudit.Store.Estate.Plans;

/// <summary>The names of the rules that the estate has violations of.</summary>
internal static class RuleNames
{
    public const string RotationOverdue = "rotation-overdue";
    public const string AwsManagedKey = "aws-managed-key";
    public const string WildcardPolicy = "wildcard-resource-policy";
    public const string Unused = "unused-secret";
    public const string CostOutlier = "cost-outlier";
}
