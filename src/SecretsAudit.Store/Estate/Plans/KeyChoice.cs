using SecretsAudit.Store.Estate.Company;

namespace SecretsAudit.Store.Estate.Plans;

/// <summary>What a secret's creator wrote, or did not write, as its KMS key.</summary>
internal abstract record KeyChoice
{
    private KeyChoice()
    {
    }

    /// <summary>Nothing: AWS takes <c>aws/secretsmanager</c>.</summary>
    public sealed record Left : KeyChoice;

    /// <summary>An alias, with its <c>alias/</c> prefix.</summary>
    public sealed record Alias(string Name) : KeyChoice;

    /// <summary>The ARN of the key that an alias stands for.</summary>
    public sealed record ArnOf(string Name) : KeyChoice;

    /// <summary>The ARN of the key that an alias stands for in another account.</summary>
    public sealed record ArnElsewhere(Place Place, string Name) : KeyChoice;

    /// <summary>The bare id of the key that an alias stands for.</summary>
    public sealed record IdOf(string Name) : KeyChoice;

    /// <summary>The key that the company's conventions ask for: by alias mostly, by ARN where a template created the secret.</summary>
    public static KeyChoice Customer(SecretPlan secret)
    {
        var alias = CustomerKeys.For(secret.Place, secret.Team);
        return Dice.For("key", secret.Name, secret.Place.Region).Between(1, 10) switch
        {
            <= 7 => new Alias(alias),
            <= 9 => new ArnOf(alias),
            _ => new IdOf(alias),
        };
    }
}
