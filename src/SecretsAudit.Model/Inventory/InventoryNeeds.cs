namespace SecretsAudit.Model;

/// <summary>The reads a set of rules needs; a source makes no others. A rule's <c>needs:</c> names them in kebab case.</summary>
[Flags]
public enum InventoryNeeds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Secrets with what ListSecrets and DescribeSecret say.</summary>
    Description = 1,

    /// <summary>Resource policies of secrets.</summary>
    ResourcePolicy = 2,

    /// <summary>Versions with their creation dates (ListSecretVersionIds).</summary>
    Versions = 4,

    /// <summary>Use of values, from the audit trail.</summary>
    Usage = 8,

    /// <summary>KMS keys with aliases, state, policy and rotation.</summary>
    Keys = 16,

    /// <summary>AWS Config's own verdicts.</summary>
    ConfigRules = 32,

    /// <summary>Parameters of Parameter Store with their tags.</summary>
    Parameters = 64,

    /// <summary>The policies that share parameters.</summary>
    ParameterPolicies = 128,

    /// <summary>Whether CloudTrail and AWS Config record.</summary>
    Account = 256,

    /// <summary>Everything about secrets and what surrounds them: all reads but those of parameters and of the account.</summary>
    Secrets = Description | ResourcePolicy | Versions | Usage | Keys | ConfigRules,

    /// <summary>Everything.</summary>
    All = Secrets | Parameters | ParameterPolicies | Account,
}
