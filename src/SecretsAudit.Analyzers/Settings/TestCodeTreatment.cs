namespace SecretsAudit.Analyzers.Settings;

/// <summary>How the code of tests is judged.</summary>
public enum TestCodeTreatment
{
    /// <summary>Only what would be a credential anywhere: provider formats, private keys, and generic values that are plainly no dummies.</summary>
    Soft,

    /// <summary>Not at all.</summary>
    Off,

    /// <summary>As any other code.</summary>
    Full,
}
