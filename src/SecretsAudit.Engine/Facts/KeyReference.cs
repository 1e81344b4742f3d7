using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>What a secret calls its key, brought to one form. AWS accepts a key id, a key ARN, an alias name and an alias ARN.</summary>
/// <param name="Account">The account the key lives in.</param>
/// <param name="Region">The region the key lives in.</param>
/// <param name="Name">The key's id, or its alias with the <c>alias/</c> prefix.</param>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html"/>
internal readonly record struct KeyReference(string Account, string Region, string Name)
{
    /// <summary>The alias of the key that AWS manages for Secrets Manager.</summary>
    public const string AwsManagedAlias = "alias/aws/secretsmanager";

    private const string ReservedPrefix = "alias/aws/";

    public bool IsAlias => Name.StartsWith("alias/", StringComparison.Ordinal);

    /// <summary>Only AWS can create an alias that begins with <c>alias/aws/</c>.</summary>
    /// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html"/>
    public bool IsReservedAlias => Name.StartsWith(ReservedPrefix, StringComparison.Ordinal);

    /// <summary>A multi-Region key is always a customer's own.</summary>
    /// <seealso href="https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html"/>
    public bool IsMultiRegion => Name.StartsWith("mrk-", StringComparison.Ordinal);

    public static KeyReference Parse(string text, Scope scope)
    {
        // As the console shows the keys that AWS manages, and as templates often name them; a key's id never looks like it.
        if (text.StartsWith("aws/", StringComparison.Ordinal))
            return new(scope.Account, scope.Region, "alias/" + text);
        if (!text.StartsWith("arn:", StringComparison.Ordinal))
            return new(scope.Account, scope.Region, text);

        // arn:partition:kms:region:account:key/id or …:alias/name
        var parts = text.Split(':', 6);
        if (parts.Length < 6)
            return new(scope.Account, scope.Region, text);

        var name = parts[5].StartsWith("key/", StringComparison.Ordinal) ? parts[5][4..] : parts[5];
        return new(parts[4], parts[3], name);
    }
}
