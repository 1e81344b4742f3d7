namespace SecretsAudit.Model;

/// <summary>One thing an inventory source yields. A scope's keys come before its secrets, and <see cref="ScopeRead"/> comes last.</summary>
public abstract record InventoryItem
{
    private InventoryItem()
    {
    }

    /// <summary>A secret.</summary>
    public sealed record OfSecret(Secret Secret) : InventoryItem;

    /// <summary>A KMS key.</summary>
    public sealed record OfKey(KmsKey Key) : InventoryItem;

    /// <summary>A parameter.</summary>
    public sealed record OfParameter(Parameter Parameter) : InventoryItem;

    /// <summary>An account and region itself.</summary>
    public sealed record OfAccount(AccountRegion Account) : InventoryItem;

    /// <summary>AWS Config's verdict.</summary>
    public sealed record OfConfigRule(ConfigRuleCompliance Compliance) : InventoryItem;

    /// <summary>Something that could not be read.</summary>
    public sealed record OfGap(Gap Gap) : InventoryItem;

    /// <summary>A scope has been read to its end (gaps may have been yielded before).</summary>
    public sealed record ScopeRead(Scope Scope) : InventoryItem;
}
