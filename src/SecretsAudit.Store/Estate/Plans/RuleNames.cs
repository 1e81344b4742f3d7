namespace SecretsAudit.Store.Estate.Plans;

/// <summary>The names of the rules that the estate has violations of.</summary>
internal static class RuleNames
{
    public const string RotationOverdue = "rotation-overdue";
    public const string RotationStuck = "rotation-stuck";
    public const string NeverRotated = "never-rotated";
    public const string FunctionElsewhere = "rotation-function-elsewhere";
    public const string SwitchedOff = "rotation-switched-off";
    public const string NoCurrentValue = "no-current-value";

    public const string AwsManagedKey = "aws-managed-key";
    public const string KeyUnusable = "key-unusable";
    public const string KeyWithoutRotation = "customer-key-without-rotation";
    public const string KeyPendingDeletion = "key-pending-deletion";
    public const string KeyPublic = "key-policy-public";
    public const string KeyVoidCondition = "key-policy-void-condition";
    public const string KeyDeletedPrincipal = "key-policy-deleted-principal";
    public const string WeakerReplicaKey = "replica-under-weaker-key";
    public const string SharedUnderManagedKey = "shared-under-aws-managed-key";
    public const string ReadableByNobody = "readable-by-nobody";

    public const string WildcardPolicy = "wildcard-resource-policy";
    public const string WildcardAction = "wildcard-action";
    public const string AllowByNotAction = "allow-by-not-action";
    public const string AllowByNotPrincipal = "allow-by-not-principal";
    public const string DeletedPrincipal = "deleted-principal";
    public const string UnboundService = "unbound-service";
    public const string VoidCondition = "void-condition";
    public const string AvoidableDeny = "avoidable-deny";
    public const string DeadElement = "dead-policy-element";

    public const string Unused = "unused-secret";
    public const string ReadsRefused = "reads-refused";
    public const string ReadWhilePending = "read-while-pending-deletion";

    public const string CostOutlier = "cost-outlier";
    public const string OutOfSync = "replica-out-of-sync";

    public const string KeptAsString = "secret-kept-as-string";
    public const string ParameterManagedKey = "parameter-under-aws-managed-key";
}
