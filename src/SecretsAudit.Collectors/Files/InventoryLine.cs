using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>One line of an inventory file: exactly one member is set.</summary>
internal sealed record InventoryLine
{
    public InventoryFileHead? Head { get; init; }

    public NumberedOrigin? Origin { get; init; }

    public Secret? Secret { get; init; }

    public KmsKey? Key { get; init; }

    public Parameter? Parameter { get; init; }

    public AccountRegion? Account { get; init; }

    public ConfigRuleCompliance? ConfigRule { get; init; }

    public Gap? Gap { get; init; }

    public Scope? ScopeRead { get; init; }

    public InventoryFileEnd? End { get; init; }

    public static InventoryLine Of(InventoryItem item) => item switch
    {
        InventoryItem.OfSecret(var secret) => new() { Secret = secret },
        InventoryItem.OfKey(var key) => new() { Key = key },
        InventoryItem.OfParameter(var parameter) => new() { Parameter = parameter },
        InventoryItem.OfAccount(var account) => new() { Account = account },
        InventoryItem.OfConfigRule(var rule) => new() { ConfigRule = rule },
        InventoryItem.OfGap(var gap) => new() { Gap = gap },
        InventoryItem.ScopeRead(var scope) => new() { ScopeRead = scope },
        _ => throw new ArgumentOutOfRangeException(nameof(item), item.GetType().Name, "An inventory file has no line for this item."),
    };

    /// <summary>The item; null for a line that is none.</summary>
    public InventoryItem? ToItem() => this switch
    {
        { Secret: { } secret } => new InventoryItem.OfSecret(secret),
        { Key: { } key } => new InventoryItem.OfKey(key),
        { Parameter: { } parameter } => new InventoryItem.OfParameter(parameter),
        { Account: { } account } => new InventoryItem.OfAccount(account),
        { ConfigRule: { } rule } => new InventoryItem.OfConfigRule(rule),
        { Gap: { } gap } => new InventoryItem.OfGap(gap),
        { ScopeRead: { } scope } => new InventoryItem.ScopeRead(scope),
        _ => null,
    };

    /// <summary>The number of members that are set.</summary>
    public int Count() => new object?[] { Head, Origin, Secret, Key, Parameter, Account, ConfigRule, Gap, ScopeRead, End }.Count(member => member is not null);
}

/// <summary>An origin and the number by which the facts that follow name it.</summary>
internal sealed record NumberedOrigin(int Number, FactOrigin Of);
