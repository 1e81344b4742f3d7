using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules;

/// <summary>A compiled rule over resources of one kind, with its parameters bound. The rule compiler derives from it.</summary>
/// <typeparam name="TFacts">The resource as rules see it.</typeparam>
public abstract class ResourceRule<TFacts>
    where TFacts : class
{
    /// <summary>Whether the rule speaks about a resource.</summary>
    public abstract Truth When(TFacts resource);

    /// <summary>Whether a resource that it speaks about violates it.</summary>
    public abstract Truth Fail(TFacts resource);

    /// <summary>What is wrong with a resource that violates it.</summary>
    public abstract string Message(TFacts resource);

    /// <summary>What the judgement rests on.</summary>
    public abstract IReadOnlyList<Evidence> Evidence(TFacts resource);

    /// <summary>The change that fixes it; null when no command can.</summary>
    public virtual FindingFix? Fix(TFacts resource) => null;
}
