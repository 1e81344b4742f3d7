using System.Collections.Immutable;
using System.Globalization;
using SecretsAudit.Iam;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using PrincipalKind = SecretsAudit.Store.Accounts.PrincipalKind;

namespace SecretsAudit.Store.Access;

/// <summary>Decides with <see cref="PolicyEvaluator"/>: identity policies, resource policies and the rules between accounts.</summary>
internal sealed class PolicyAccess(IStateView state) : IAccessDecision
{
    private const string Nothing = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"none:Nothing","Resource":"*"}]}""";

    private readonly CompiledPolicies _compiled = new();

    public AccessVerdict Decide(AccessQuestion question)
    {
        var isKey = question.Action.StartsWith("kms:", StringComparison.Ordinal);
        var isTrust = question.Action.StartsWith("sts:", StringComparison.Ordinal);
        var request = new AccessRequest(Identity(question.Caller), question.Action, question.Resource, Context(question), question.ResourceAccount);
        var decision = PolicyEvaluator.Decide(request, new()
        {
            Identity = IdentityPolicies(question.Caller.Principal),
            Resource = question.ResourcePolicy is { } policy ? _compiled.Get(policy, isKey ? PolicyKind.Key : isTrust ? PolicyKind.RoleTrust : PolicyKind.Secret) : null,
            Boundary = Present(question.Caller.Principal)?.BoundaryArn is { } boundary ? Managed(boundary, PolicyKind.Boundary) : null,
            Session = question.Caller.Session?.Policies is { } session ? [.. session.Select(text => _compiled.Get(text, PolicyKind.Session))] : null,
            ResourceRule = (isKey || isTrust) && question.ResourcePolicy is not null ? ResourcePolicyRule.MustAllow : ResourcePolicyRule.MayAllow,
        });
        return decision.IsAllowed ? AccessVerdict.Allow : AccessVerdict.Deny(decision.Because(question.Action));
    }

    private List<PolicyDocument> IdentityPolicies(Accounts.Principal named)
    {
        var principal = Present(named);
        var documents = new List<PolicyDocument>();
        foreach (var policy in principal?.Policies.Values ?? [])
        {
            documents.Add(_compiled.Get(policy, PolicyKind.Identity));
        }

        foreach (var arn in principal?.AttachedPolicies ?? [])
        {
            documents.Add(Managed(arn, PolicyKind.Identity));
        }

        return documents;
    }

    // Looked up again, so that a policy attached or a principal deleted since it signed counts.
    private Accounts.Principal? Present(Accounts.Principal named) =>
        named.Kind == PrincipalKind.Root || ServiceRole.Is(named) ? named : state.Principal(named.Arn);

    // A managed policy that is gone allows nothing.
    private PolicyDocument Managed(string arn, PolicyKind kind) => _compiled.Get(ManagedPolicy.DocumentOf(state, arn) ?? Nothing, kind);

    private static Iam.Principal Identity(Caller caller) => caller.Principal switch
    {
        { Kind: PrincipalKind.Root } root => Iam.Principal.Root(root.AccountId),
        { Kind: PrincipalKind.User } user => Iam.Principal.User(user.Arn, user.UniqueId),
        var role => Iam.Principal.RoleSession(role.Arn, caller.SessionName!, role.UniqueId),
    };

    private RequestContext Context(AccessQuestion question)
    {
        var caller = question.Caller;
        var context = new RequestContext();
        context.Add("aws:SourceIp", caller.SourceIp);
        context.Add("aws:SecureTransport", caller.SecureTransport ? "true" : "false");
        context.Add("aws:UserAgent", caller.UserAgent);
        context.Add("aws:RequestedRegion", question.Region);
        context.Add("aws:CurrentTime", question.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        context.Add("aws:EpochTime", question.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        if (state.Account(caller.Principal.AccountId)?.OrganizationId is { } organization)
        {
            context.Add("aws:PrincipalOrgID", organization);
        }

        // A session's tag stands before the role's own of the same key.
        var session = caller.Session?.Tags ?? ImmutableSortedDictionary<string, string>.Empty;
        foreach (var (key, value) in session.Concat(caller.Principal.Tags.Where(tag => !session.ContainsKey(tag.Key))))
        {
            context.Add($"aws:PrincipalTag/{key}", value);
        }

        if (question.Action.StartsWith("kms:", StringComparison.Ordinal))
        {
            context.Add("kms:CallerAccount", caller.Principal.AccountId);
        }

        foreach (var group in question.ConditionKeys.GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase))
        {
            context.Add(group.Key, [.. group]);
        }

        return context;
    }
}
