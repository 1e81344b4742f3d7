namespace SecretsAudit.Engine.Rules;

/// <summary>What kind of value a rule's parameter takes.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1720", Justification = "Rules write these names: type: int.")]
public enum RuleParameterType
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    Bool,

    /// <summary>A whole number of 32 bits.</summary>
    Int,

    /// <summary>A decimal number.</summary>
    Decimal,

    /// <summary>A duration, as <c>90d</c>, <c>24h</c> or <c>1d12h</c>.</summary>
    Duration,

    /// <summary>A text of up to 1000 characters.</summary>
    String,

    /// <summary>A list of up to 1000 texts; written with commas in a setting.</summary>
    List,
}
