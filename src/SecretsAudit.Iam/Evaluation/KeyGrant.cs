namespace SecretsAudit.Iam;

/// <summary>A KMS grant: lets its grantee perform some operations on one key, beside the key's policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/developerguide/grants.html"/>
public sealed record KeyGrant
{
    /// <summary>
    /// Who may use it: the ARN of a user, a role or a session, an account's root ARN for everybody of that account whose identity policies
    /// allow the operation, or a service's name.
    /// </summary>
    public required string GranteePrincipal { get; init; }

    /// <summary>The operations by the names that grants have for them, such as <c>Decrypt</c> or <c>GenerateDataKey</c>.</summary>
    public required IReadOnlyList<string> Operations { get; init; }

    /// <summary>The exact encryption context that a request must have; null asks for none.</summary>
    public IReadOnlyDictionary<string, string>? EncryptionContextEquals { get; init; }

    /// <summary>Pairs that a request's encryption context must contain; null asks for none.</summary>
    public IReadOnlyDictionary<string, string>? EncryptionContextSubset { get; init; }

    /// <summary>How the grant covers a request, with <c>kms:EncryptionContext:name</c> keys for its encryption context.</summary>
    internal PrincipalLink LinkTo(AccessRequest request)
    {
        if (!request.Action.StartsWith("kms:", StringComparison.OrdinalIgnoreCase) || !Operations.Contains(request.Action["kms:".Length..], StringComparer.OrdinalIgnoreCase) || !ContextFits(request))
            return PrincipalLink.None;

        var principal = request.Principal;
        if (GranteePrincipal == principal.Arn && principal.Kind != PrincipalKind.Anonymous)
            return PrincipalLink.Direct;
        if (GranteePrincipal == principal.IssuerArn)
            return PrincipalLink.Issuer;
        return principal.Account is { } account && (GranteePrincipal == account || GranteePrincipal.EndsWith($":iam::{account}:root", StringComparison.Ordinal))
            ? PrincipalLink.Account
            : PrincipalLink.None;
    }

    private bool ContextFits(AccessRequest request)
    {
        const string prefix = "kms:EncryptionContext:";
        if (EncryptionContextEquals is null && EncryptionContextSubset is null)
            return true;

        var given = request.Context.Where(pair => pair.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && pair.Value.Count == 1)
            .ToDictionary(pair => pair.Key[prefix.Length..], pair => pair.Value[0], StringComparer.OrdinalIgnoreCase);
        bool Contains(IReadOnlyDictionary<string, string> wanted) => wanted.All(pair => given.TryGetValue(pair.Key, out var value) && value == pair.Value);
        return (EncryptionContextEquals is null || (given.Count == EncryptionContextEquals.Count && Contains(EncryptionContextEquals)))
            && (EncryptionContextSubset is null || Contains(EncryptionContextSubset));
    }
}
