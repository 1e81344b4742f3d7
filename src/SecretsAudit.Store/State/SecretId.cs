namespace SecretsAudit.Store.State;

/// <summary>What a caller may put into SecretId: a name, a full ARN, or an ARN without the six characters at its end.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html#ARN_secretnamehyphen"/>
internal readonly record struct SecretId(string Account, string Region, string NameOrSuffixed, bool IsArn)
{
    private const int SuffixLength = 7;

    /// <summary>Null when the text starts like an ARN but names no secret.</summary>
    public static SecretId? Parse(string text, string callerAccount, string callRegion)
    {
        if (!text.StartsWith("arn:", StringComparison.Ordinal))
        {
            return new(callerAccount, callRegion, text, IsArn: false);
        }

        var parts = text.Split(':', 7);
        return parts is ["arn", _, "secretsmanager", var region, var account, "secret", { Length: > 0 } rest]
            && Accounts.AccountNumber.IsValid(account)
            ? new(account, region, rest, IsArn: true)
            : null;
    }

    /// <summary>A full ARN is tried first: AWS reads a hyphen and six characters at the end as its own suffix.</summary>
    public Secret? Find(IStateView state)
    {
        if (!IsArn)
        {
            return state.Secret(Account, Region, NameOrSuffixed);
        }

        if (NameOrSuffixed.Length > SuffixLength && NameOrSuffixed[^SuffixLength] == '-'
            && state.Secret(Account, Region, NameOrSuffixed[..^SuffixLength]) is { } full
            && NameOrSuffixed.AsSpan(NameOrSuffixed.Length - 6).SequenceEqual(full.Suffix))
        {
            return full;
        }

        return state.Secret(Account, Region, NameOrSuffixed);
    }
}
