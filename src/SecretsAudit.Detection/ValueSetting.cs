namespace SecretsAudit.Detection;

/// <summary>Where a value stands; steers how strict the judgement is.</summary>
public enum ValueSetting
{
    /// <summary>Source code that is shipped.</summary>
    SourceCode,

    /// <summary>Source code of tests: dummies are expected.</summary>
    TestCode,

    /// <summary>Configuration that a program reads.</summary>
    Configuration,

    /// <summary>Configuration of a developer's machine: simple passwords are what is found there.</summary>
    DevelopmentConfiguration,

    /// <summary>Documentation and examples: only what cannot be made up counts.</summary>
    Documentation,

    /// <summary>Text of no known grammar, as logs and notes: a name may be any word of a sentence, so that the value has to say more.</summary>
    LooseText,
}
