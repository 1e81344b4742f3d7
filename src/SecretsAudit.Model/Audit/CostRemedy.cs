namespace SecretsAudit.Model;

/// <summary>A way to pay less for secrets.</summary>
public enum CostRemedy
{
    /// <summary>Delete what nobody reads.</summary>
    DeleteUnused,

    /// <summary>Keep the value in memory for some minutes instead of reading it each time.</summary>
    Cache,

    /// <summary>Drop replicas that nobody reads.</summary>
    DropReplicas,

    /// <summary>Keep several values that belong together in one secret.</summary>
    Merge,

    /// <summary>Keep configuration that is no secret in Parameter Store.</summary>
    MoveToParameterStore,
}
