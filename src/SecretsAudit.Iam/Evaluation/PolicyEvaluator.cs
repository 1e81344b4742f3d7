using static SecretsAudit.Iam.StatementLookup;

namespace SecretsAudit.Iam;

/// <summary>Decides one request as IAM documents it: any deny wins; then everything that must allow has to.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html"/>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html"/>
public static class PolicyEvaluator
{
    /// <summary>Decides one request.</summary>
    public static AccessDecision Decide(AccessRequest request, PolicySet policies)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(policies);
        if (NeedsNoPermission(request))
            return new(AccessOutcome.Allowed, PolicySource.Identity);
        if (FindDeny(request, policies) is { } denied)
            return denied;
        if (FindGuardrail(request, policies) is { } held)
            return held;

        var principal = request.Principal;
        if (FindKeyGrant(request, policies) is { } granted)
            return granted;

        var grant = BestGrant(request, policies.Resource);
        if (principal.Account is null)
            return grant.Link == PrincipalLink.None ? Refused(ResourceSource(policies)) : Granted(grant, policies);
        return principal.Account == request.ResourceAccount
            ? WithinAccount(request, policies, grant)
            : AcrossAccounts(request, policies, grant);
    }

    // Who signed the request may know who it is, even where a policy denies it.
    // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
    private static bool NeedsNoPermission(AccessRequest request) =>
        request.FoldedAction == "sts:getcalleridentity" && request.Principal.Kind is not (PrincipalKind.Anonymous or PrincipalKind.Federated);

    // A grant lets its grantee in beside the key's policy, from the key's account or another one; boundary and session policy limit it as
    // they limit a grant of a resource policy, and to a whole account it only delegates.
    // https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html
    private static AccessDecision? FindKeyGrant(AccessRequest request, PolicySet policies)
    {
        foreach (var grant in policies.Grants)
        {
            var suffices = grant.LinkTo(request) switch
            {
                PrincipalLink.Direct => true,
                PrincipalLink.Issuer => FindLimit(request, policies) is null,
                PrincipalLink.Account => OwnRights(request, policies).IsAllowed,
                _ => false,
            };
            if (suffices)
                return new(AccessOutcome.Allowed, PolicySource.Grant);
        }

        return null;
    }

    private static AccessDecision WithinAccount(AccessRequest request, PolicySet policies, Grant grant)
    {
        // A grant to the user or session itself needs no identity policy, and neither boundary nor session policy limits it.
        if (grant.Link == PrincipalLink.Direct)
            return Granted(grant, policies);
        if (grant.Link == PrincipalLink.Issuer)
            return FindLimit(request, policies) ?? Granted(grant, policies);
        if (policies.ResourceRule == ResourcePolicyRule.MustAllow && grant.Link == PrincipalLink.None)
            return Refused(ResourceSource(policies));
        return OwnRights(request, policies);
    }

    private static AccessDecision AcrossAccounts(AccessRequest request, PolicySet policies, Grant grant)
    {
        var own = OwnRights(request, policies);
        if (!own.IsAllowed)
            return own;
        return grant.Link == PrincipalLink.None ? Refused(ResourceSource(policies)) : Granted(grant, policies);
    }

    // What the principal's account lets it do: identity policy, boundary and session policy together; a root user may do everything.
    private static AccessDecision OwnRights(AccessRequest request, PolicySet policies)
    {
        if (request.Principal.Kind == PrincipalKind.Root)
            return new(AccessOutcome.Allowed, PolicySource.Identity);
        if (FindIn(policies.Identity, PolicyEffect.Allow, request, out var document) is not { } statement)
            return Refused(PolicySource.Identity);
        return FindLimit(request, policies) ?? new(AccessOutcome.Allowed, PolicySource.Identity, statement, document);
    }

    private static AccessDecision? FindLimit(AccessRequest request, PolicySet policies)
    {
        if (policies.Boundary is { } boundary && FindIn(boundary, PolicyEffect.Allow, request) is null)
            return Refused(PolicySource.Boundary);
        if (policies.Session is { } session && FindIn(session, PolicyEffect.Allow, request, out _) is null)
            return Refused(PolicySource.Session);
        return null;
    }

    private static AccessDecision? FindDeny(AccessRequest request, PolicySet policies)
    {
        var principal = request.Principal;
        if (HasServiceControl(principal) && DenyIn(policies.ServiceControl, request, PolicySource.ServiceControl) is { } byService)
            return byService;
        if (!principal.IsServiceLinkedRole && DenyIn(policies.ResourceControl, request, PolicySource.ResourceControl) is { } byResource)
            return byResource;
        if (Deny(policies.VpcEndpoint, request, PolicySource.VpcEndpoint) is { } byEndpoint)
            return byEndpoint;
        if (Deny(policies.Resource, request, ResourceSource(policies)) is { } byOwn)
            return byOwn;
        if (!principal.HasIdentityPolicies)
            return null;
        return DenyIn(policies.Identity, request, PolicySource.Identity)
            ?? Deny(policies.Boundary, request, PolicySource.Boundary)
            ?? (policies.Session is { } session ? DenyIn(session, request, PolicySource.Session) : null);
    }

    // The policies that stand around an account or network and must let the request pass.
    private static AccessDecision? FindGuardrail(AccessRequest request, PolicySet policies)
    {
        if (!request.Principal.IsServiceLinkedRole && !EveryLevelAllows(policies.ResourceControl, request))
            return Refused(PolicySource.ResourceControl);
        if (HasServiceControl(request.Principal) && !EveryLevelAllows(policies.ServiceControl, request))
            return Refused(PolicySource.ServiceControl);
        if (policies.VpcEndpoint is { } endpoint && FindIn(endpoint, PolicyEffect.Allow, request) is null)
            return Refused(PolicySource.VpcEndpoint);
        return null;
    }

    private static bool HasServiceControl(Principal principal) => principal.Account is not null && !principal.IsServiceLinkedRole;

    private static Grant BestGrant(AccessRequest request, PolicyDocument? resource)
    {
        var best = default(Grant);
        for (var i = 0; i < (resource?.Statements.Count ?? 0) && best.Link != PrincipalLink.Direct; i++)
        {
            var statement = resource!.Statements[i];
            if (statement.Effect == PolicyEffect.Allow && statement.Matches(request) && statement.LinkTo(request.Principal) is var link && link > best.Link)
                best = new Grant(link, statement);
        }

        return best;
    }

    private static PolicySource ResourceSource(PolicySet policies) =>
        policies.Resource?.Kind == PolicyKind.RoleTrust ? PolicySource.RoleTrust : PolicySource.Resource;

    private static AccessDecision Granted(Grant grant, PolicySet policies) =>
        new(AccessOutcome.Allowed, ResourceSource(policies), grant.Statement, policies.Resource);

    private static AccessDecision Refused(PolicySource source) => new(AccessOutcome.ImplicitDeny, source);

    private readonly record struct Grant(PrincipalLink Link, PolicyStatement? Statement);
}
