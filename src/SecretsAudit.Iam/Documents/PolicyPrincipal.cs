namespace SecretsAudit.Iam;

/// <summary>One entry of a statement's <c>Principal</c> or <c>NotPrincipal</c>.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"/>
public sealed record PolicyPrincipal
{
    /// <summary>What the entry names.</summary>
    public required PolicyPrincipalKind Kind { get; init; }

    /// <summary>The text as written; <c>*</c> for everyone.</summary>
    public required string Value { get; init; }

    /// <summary>The account that the entry names or belongs to; null where the text has none.</summary>
    public string? Account { get; init; }

    /// <summary>Where the entry stands in the policy's text.</summary>
    public required TextPosition Position { get; init; }

    /// <summary>How the entry names the principal; <see cref="PrincipalLink.None"/> when it does not.</summary>
    internal PrincipalLink LinkTo(Principal principal)
    {
        switch (Kind)
        {
            case PolicyPrincipalKind.Everyone:
                return PrincipalLink.Direct;
            case PolicyPrincipalKind.Account:
                if (principal.Account is null || principal.Account != Account)
                    return PrincipalLink.None;
                return principal.Kind == PrincipalKind.Root ? PrincipalLink.Direct : PrincipalLink.Account;
            case PolicyPrincipalKind.Arn:
                if (principal.Kind is PrincipalKind.Service or PrincipalKind.Federated or PrincipalKind.Anonymous)
                    return PrincipalLink.None;
                if (principal.Arn == Value)
                    return PrincipalLink.Direct;
                return principal.IssuerArn == Value ? PrincipalLink.Issuer : PrincipalLink.None;
            case PolicyPrincipalKind.UniqueId:
                if (principal.UniqueId != Value)
                    return PrincipalLink.None;
                return principal.Kind == PrincipalKind.RoleSession ? PrincipalLink.Issuer : PrincipalLink.Direct;
            case PolicyPrincipalKind.Service:
                return principal.Kind == PrincipalKind.Service && principal.Arn == Value ? PrincipalLink.Direct : PrincipalLink.None;
            case PolicyPrincipalKind.Federated:
                return principal.FederatedProvider == Value ? PrincipalLink.Direct : PrincipalLink.None;
            default:
                return principal.CanonicalUserId == Value ? PrincipalLink.Account : PrincipalLink.None;
        }
    }
}

/// <summary>What an entry of <c>Principal</c> names.</summary>
public enum PolicyPrincipalKind
{
    /// <summary><c>*</c>: everyone, unsigned requests included.</summary>
    Everyone,

    /// <summary>An account, by its id or its root ARN: delegates to that account's own policies.</summary>
    Account,

    /// <summary>A user, a role, a role session or a federated user by ARN.</summary>
    Arn,

    /// <summary>The unique id that AWS shows after the named user or role was deleted.</summary>
    UniqueId,

    /// <summary>An AWS service.</summary>
    Service,

    /// <summary>An identity provider.</summary>
    Federated,

    /// <summary>An account by its canonical user id.</summary>
    CanonicalUser,
}

/// <summary>How directly a statement names a principal, which decides what else may limit the grant within one account.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html"/>
internal enum PrincipalLink
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By its account: the account's identity policies must allow, too.</summary>
    Account,

    /// <summary>By its role or issuing user: boundary and session policy still limit.</summary>
    Issuer,

    /// <summary>Itself, or everyone: nothing but an explicit deny limits.</summary>
    Direct,
}
