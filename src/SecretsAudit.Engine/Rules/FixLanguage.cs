namespace SecretsAudit.Engine.Rules;

/// <summary>The language of a fix, which decides how names are quoted in it. Compiled rules name it.</summary>
public enum FixLanguage
{
    /// <summary>The AWS CLI in a POSIX shell.</summary>
    Cli,

    /// <summary>Terraform's HCL.</summary>
    Terraform,

    /// <summary>CloudFormation's YAML.</summary>
    CloudFormation,
}
