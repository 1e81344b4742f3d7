namespace SecretsAudit.Engine.Rules;

/// <summary>What kind of resource a rule judges.</summary>
public enum RuleResource
{
    /// <summary>A secret.</summary>
    Secret,

    /// <summary>A KMS key.</summary>
    Key,

    /// <summary>A parameter of Parameter Store.</summary>
    Parameter,

    /// <summary>An account and region itself.</summary>
    Account,
}
