namespace SecretsAudit.Store.State;

/// <summary>What a caller may put into KeyId: a key id, a key ARN, an alias name or an alias ARN.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id"/>
internal readonly record struct KeyId(string Account, string Region, string Resource)
{
    public const string SecretsManagerAlias = "alias/aws/secretsmanager";

    public bool IsAlias => Resource.StartsWith("alias/", StringComparison.Ordinal);

    /// <summary>Null when the text starts like an ARN but names no key.</summary>
    public static KeyId? Parse(string text, string callerAccount, string callRegion)
    {
        if (!text.StartsWith("arn:", StringComparison.Ordinal))
        {
            return new(callerAccount, callRegion, text);
        }

        var parts = text.Split(':', 6);
        if (parts is not ["arn", _, "kms", var region, var account, var resource] || !Accounts.AccountNumber.IsValid(account))
        {
            return null;
        }

        return resource.StartsWith("key/", StringComparison.Ordinal) ? new(account, region, resource[4..])
            : resource.StartsWith("alias/", StringComparison.Ordinal) ? new(account, region, resource)
            : null;
    }

    public KmsKey? Find(IStateView state) => IsAlias
        ? state.Alias(Account, Region, Resource) is { } alias ? state.Key(Account, Region, alias.TargetKeyId) : null
        : state.Key(Account, Region, Resource);
}
