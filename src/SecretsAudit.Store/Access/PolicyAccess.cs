using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using SecretsAudit.Iam;
using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Operations.Sts;
using SecretsAudit.Store.State;
using PrincipalKind = SecretsAudit.Store.Accounts.PrincipalKind;

namespace SecretsAudit.Store.Access;

/// <summary>Decides with <see cref="PolicyEvaluator"/>: identity policies, resource policies and the rules between accounts.</summary>
internal sealed class PolicyAccess(IStateView state) : IAccessDecision
{
    // A root user may do everything; its federated sessions get what their session policies leave of that.
    private const string Everything = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    private readonly CompiledPolicies _compiled = new();
    private readonly ConditionalWeakTable<Accounts.Principal, PrincipalRights> _rights = [];

    public AccessVerdict Decide(AccessQuestion question)
    {
        var caller = question.Caller;
        if (caller.IsUnlimited(question.ResourceAccount, question.ResourcePolicy))
        {
            return AccessVerdict.Allow;
        }

        // Policies name what has no region as the partition does.
        if (caller.Partition != "aws")
        {
            question = question with { Resource = Arn.InPartition(question.Resource, caller.Partition) };
        }

        // Looked up again, so that a policy attached or a principal deleted since it signed counts.
        var principal = caller.Principal.Kind == PrincipalKind.Root || ServiceRole.Is(caller.Principal) ? caller.Principal : state.Principal(caller.Principal.Arn);
        var rights = principal is null ? null : RightsOf(principal);
        return rights is { ArePlain: true } && question.ResourcePolicy is null && caller.Session?.Policies is null && question.ResourceAccount == caller.Principal.AccountId
            ? rights.Remember(question.Action, question.Resource, question, this, static (asked, access, known) => access.Evaluate(asked, known))
            : Evaluate(question, rights);
    }

    private AccessVerdict Evaluate(AccessQuestion question, PrincipalRights? rights)
    {
        var caller = question.Caller;
        var isKey = question.Action.StartsWith("kms:", StringComparison.Ordinal);
        var isOther = question.Action.StartsWith("ssm:", StringComparison.Ordinal) || question.Action.StartsWith("lambda:", StringComparison.Ordinal);
        var isTrust = question.Action.StartsWith("sts:", StringComparison.Ordinal);
        var request = new AccessRequest(Identity(caller), question.Action, question.Resource, Context(question), question.ResourceAccount);
        var decision = PolicyEvaluator.Decide(request, new()
        {
            Identity = caller is { Principal.Kind: PrincipalKind.Root, Session.FederatedName: not null } ? [_compiled.Get(Everything, PolicyKind.Identity)] : rights?.Identity ?? [],
            Boundary = rights?.Boundary,
            Session = caller.Session?.Policies is { } session ? [.. session.Select(policy => _compiled.Get(policy, PolicyKind.Session))] : null,
            Resource = question.ResourcePolicy is { } policy ? _compiled.Get(policy, isKey ? PolicyKind.Key : isTrust ? PolicyKind.RoleTrust : isOther ? PolicyKind.Resource : PolicyKind.Secret) : null,
            ResourceRule = (isKey || isTrust) && question.ResourcePolicy is not null ? ResourcePolicyRule.MustAllow : ResourcePolicyRule.MayAllow,
        });
        return decision.IsAllowed ? AccessVerdict.Allow : AccessVerdict.Deny(decision.Because(question.Action));
    }

    // A managed policy or a group may change while the principal stays as it is: such rights are put together at each call.
    private PrincipalRights RightsOf(Accounts.Principal principal) => principal.AttachedPolicies.IsEmpty && principal.Groups.IsEmpty && principal.BoundaryArn is null
        ? _rights.GetValue(principal, named => new PrincipalRights(named, _compiled, state))
        : new PrincipalRights(principal, _compiled, state);

    private static Iam.Principal Identity(Caller caller) => caller.Principal switch
    {
        { Kind: PrincipalKind.Root } root when caller.Session?.FederatedName is { } name => Iam.Principal.FederatedUser(Arn.InPartition(Arn.User(root.AccountId, "/", "root"), caller.Partition), name),
        { Kind: PrincipalKind.User } user when caller.Session?.FederatedName is { } name => Iam.Principal.FederatedUser(Arn.InPartition(user.Arn, caller.Partition), name),
        { Kind: PrincipalKind.Root } root => Iam.Principal.Root(root.AccountId, caller.Partition),
        { Kind: PrincipalKind.User } user => Iam.Principal.User(Arn.InPartition(user.Arn, caller.Partition), user.UniqueId),
        var role => Iam.Principal.RoleSession(Arn.InPartition(role.Arn, caller.Partition), caller.SessionName!, role.UniqueId),
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

        if (state.Account(question.ResourceAccount)?.OrganizationId is { } owner)
        {
            context.Add("aws:ResourceOrgID", owner);
        }

        // A call may bring its second factor itself, as AssumeRole does.
        if (caller.MultiFactorAuthenticated is { } second && !question.ConditionKeys.Any(pair => pair.Key == SecondFactor.ConditionKey))
        {
            context.Add(SecondFactor.ConditionKey, second ? "true" : "false");
        }

        if (caller.Session?.SourceIdentity is { } source)
        {
            context.Add("aws:SourceIdentity", source);
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
