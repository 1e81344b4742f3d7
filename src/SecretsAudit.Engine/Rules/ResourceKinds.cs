using SecretsAudit.Engine.Facts;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Rules;

/// <summary>What goes with each kind of resource: the word and the type that its rules use, and the reads without which there is none to judge.</summary>
internal static class ResourceKinds
{
    /// <summary>The name under which a rule's expressions know the resource.</summary>
    public static string Word(this RuleResource resource) => resource.ToString().ToLowerInvariant();

    /// <summary>The type of the facts.</summary>
    public static Type FactType(this RuleResource resource) => resource switch
    {
        RuleResource.Key => typeof(KmsKeyFacts),
        RuleResource.Parameter => typeof(ParameterFacts),
        RuleResource.Account => typeof(AccountFacts),
        _ => typeof(SecretFacts),
    };

    /// <summary>The reads that list such resources.</summary>
    public static InventoryNeeds Listing(this RuleResource resource) => resource switch
    {
        RuleResource.Key => InventoryNeeds.Keys,
        RuleResource.Parameter => InventoryNeeds.Parameters,
        RuleResource.Account => InventoryNeeds.Account,
        _ => InventoryNeeds.Description,
    };
}
