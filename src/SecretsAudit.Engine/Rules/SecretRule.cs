using SecretsAudit.Engine.Facts;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules;

/// <summary>A compiled rule over secrets, with its parameters bound. The rule compiler derives from it.</summary>
public abstract class SecretRule
{
    /// <summary>Whether the rule speaks about a secret.</summary>
    public abstract Truth When(SecretFacts secret);

    /// <summary>Whether a secret that it speaks about violates it.</summary>
    public abstract Truth Fail(SecretFacts secret);

    /// <summary>What is wrong with a secret that violates it.</summary>
    public abstract string Message(SecretFacts secret);

    /// <summary>What the judgement rests on.</summary>
    public abstract IReadOnlyList<Evidence> Evidence(SecretFacts secret);
}
