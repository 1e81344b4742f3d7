namespace SecretsAudit.Engine.Rules.Testing;

/// <summary>What a test expects of a rule.</summary>
internal enum RuleExpectation
{
    /// <summary>Compliant.</summary>
    Pass,

    /// <summary>Not compliant.</summary>
    Fail,

    /// <summary>Cannot be told.</summary>
    NotEvaluated,

    /// <summary>The rule does not speak about it.</summary>
    NotApplicable,
}
