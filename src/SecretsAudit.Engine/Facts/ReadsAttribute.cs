using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>Names the reads that a fact comes from. A rule that uses the fact must name them under <c>needs:</c>.</summary>
/// <param name="needs">The reads.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReadsAttribute(InventoryNeeds needs) : Attribute
{
    /// <summary>The reads.</summary>
    public InventoryNeeds Needs { get; } = needs;

    /// <summary>True when the fact compares a secret with the whole fleet, so that it exists only when all secrets have been read.</summary>
    public bool Fleet { get; init; }
}
