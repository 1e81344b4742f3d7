using SecretsAudit.Iam;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Facts;

/// <summary>Who gets in by a resource's policy, as rules see it. The policy is analysed when a rule first asks, once for all resources that share its text.</summary>
public sealed class AccessFacts
{
    private static readonly string[] WildcardActionsIds = [PolicyRemarkIds.WildcardAction];
    private static readonly string[] AllowedByNotActionIds = [PolicyRemarkIds.AllowNotAction];
    private static readonly string[] AllowedByNotPrincipalIds = [PolicyRemarkIds.AllowNotPrincipal];
    private static readonly string[] DeletedPrincipalsIds = [PolicyRemarkIds.DeletedPrincipal];
    private static readonly string[] UnboundServicesIds = [PolicyRemarkIds.ConfusedDeputy];
    private static readonly string[] VoidConditionsIds = [PolicyRemarkIds.VoidCondition];
    private static readonly string[] MixedRightsIds = [PolicyRemarkIds.MixedRights];
    private static readonly string[] AvoidableDeniesIds = [PolicyRemarkIds.AvoidableDeny, PolicyRemarkIds.IncompleteNotPrincipal];
    private static readonly string[] DeadElementsIds =
    [
        PolicyRemarkIds.UnsupportedKey, PolicyRemarkIds.WildcardWithoutLike, PolicyRemarkIds.PrivateAddress, PolicyRemarkIds.MalformedNetworkId, PolicyRemarkIds.NeverMatches,
    ];

    private readonly PolicyKind _kind;
    private readonly string _arn;
    private readonly Scope _scope;
    private readonly FactContext _context;

    internal AccessFacts(Fact<string> policy, PolicyKind kind, string arn, Scope scope, FactContext context)
    {
        Policy = policy;
        _kind = kind;
        _arn = arn;
        _scope = scope;
        _context = context;
    }

    /// <summary>The policy's JSON; absent when the resource has none.</summary>
    public Fact<string> Policy { get; }

    /// <summary>
    /// Whether a statement lets anyone in, whatever account they belong to. A resource without a policy lets nobody in by it; a policy that
    /// cannot be understood leaves it unknown.
    /// </summary>
    /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html"/>
    public Fact<bool> IsPublic => OrWithout(false, static analysis => analysis.Reach.IsPublic);

    /// <summary>Which statements let anyone in, and why; absent when none does.</summary>
    public Fact<string> PublicBecause =>
        Analysis is { IsKnown: true, Value: var analysis } ? Said(analysis.PublicBecause) : FactOperators.Carry<PolicyAnalysis, string>(Analysis);

    /// <summary>Whether anybody outside of the audit's trust zone gets in; the resource's own account is inside. Unknown when the search for such a request gave up.</summary>
    public Fact<bool> ReachesOutside => Policy.IsAbsent ? Fact.Known(false, Policy.Origin!) : Outside.State switch
    {
        FactState.Known => Fact.Known(true, Outside.Origin!),
        FactState.Absent => Fact.Known(false, Outside.Origin!),
        _ => FactOperators.Carry<string, bool>(Outside),
    };

    /// <summary>A request from outside that the policy allows, in words; absent when there is none.</summary>
    public Fact<string> OutsideWitness => Outside;

    /// <summary>Statements that allow every action, or every action of a service; absent when none does.</summary>
    public Fact<string> WildcardActions => Remarks(WildcardActionsIds);

    /// <summary>Statements that allow all actions but those they list; absent when none does.</summary>
    public Fact<string> AllowedByNotAction => Remarks(AllowedByNotActionIds);

    /// <summary>Statements that allow all principals but those they list; absent when none does.</summary>
    public Fact<string> AllowedByNotPrincipal => Remarks(AllowedByNotPrincipalIds);

    /// <summary>Principals that were deleted; absent when none was.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids"/>
    public Fact<string> DeletedPrincipals => Remarks(DeletedPrincipalsIds);

    /// <summary>Services that may act for anybody, since no condition names whose resource they act for; absent when there are none.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"/>
    public Fact<string> UnboundServices => Remarks(UnboundServicesIds);

    /// <summary>Conditions of an Allow that seem to restrict and do not; absent when there are none.</summary>
    public Fact<string> VoidConditions => Remarks(VoidConditionsIds);

    /// <summary>Denies that whoever they are meant for can avoid; absent when there are none.</summary>
    public Fact<string> AvoidableDenies => Remarks(AvoidableDeniesIds);

    /// <summary>Statements that let the same principals read and manage; absent when none does.</summary>
    public Fact<string> MixedRights => Remarks(MixedRightsIds);

    /// <summary>Elements that can never do what they say: keys that no request has, wildcards that are plain characters, addresses and ids that cannot occur.</summary>
    public Fact<string> DeadElements => Remarks(DeadElementsIds);

    /// <summary>How many statements the policy has; none without a policy.</summary>
    public Fact<int> StatementCount => OrWithout(0, static analysis => analysis.Document.Statements.Count);

    /// <summary>
    /// How many characters the policy has, without blanks between its elements; none without a policy. AWS answers in a layout of its own, which is
    /// longer than what was sent, and limits what is sent.
    /// </summary>
    public Fact<int> Length => Policy.IsAbsent ? Fact.Known(0, Policy.Origin!) : Policy.Select(WithoutLayout);

    /// <summary>How many accounts but its own the policy lets in.</summary>
    public Fact<int> OtherAccountCount => Policy.IsAbsent ? Fact.Known(0, Policy.Origin!) : Analysis is { IsKnown: true, Value: var analysis } known
        ? Fact.Known(analysis.OtherAccounts(_scope.Account).Count, known.Origin!)
        : FactOperators.Carry<PolicyAnalysis, int>(Analysis);

    /// <summary>The accounts but its own that the policy lets in; absent when there are none.</summary>
    public Fact<string> OtherAccounts => Analysis is { IsKnown: true, Value: var analysis }
        ? Said(analysis.OtherAccounts(_scope.Account).Names)
        : FactOperators.Carry<PolicyAnalysis, string>(Analysis);

    /// <summary>How many principals, accounts, organisations, networks and services the policy lets in, each counted once.</summary>
    public Fact<int> PrincipalCount => OrWithout(0, static analysis => analysis.Audience.Members.Count);

    /// <summary>How many of them may decrypt by a key's policy; grants are not read.</summary>
    public Fact<int> DecryptorCount => OrWithout(0, static analysis => analysis.Decryptors);

    /// <summary>Whether a Deny for everyone but a chosen few covers the reading of the value.</summary>
    public Fact<bool> DeniesByDefault => OrWithout(false, static analysis => analysis.DeniesByDefault);

    /// <summary>Whether each way in demands each of a list of condition keys: on the Allow itself, or by a Deny for everyone.</summary>
    /// <param name="keys">Condition keys such as <c>aws:SourceVpce</c>, without regard to case.</param>
    public Truth Demands(IReadOnlyList<string> keys)
    {
        if (Policy.IsAbsent)
            return true;

        return Analysis.TryGetValue(out var analysis) ? analysis.Demands(keys) : FactOperators.Unanswered(Analysis);
    }

    private Fact<PolicyAnalysis> Analysis => field.Origin is null ? field = _context.Policies.Analyse(Policy, _kind, _context.AsOf) : field;

    private Fact<string> Outside => field.Origin is null ? field = _context.Policies.Outside(Analysis, _arn, _scope.Account, _context) : field;

    private static int WithoutLayout(string policy)
    {
        var (count, isText) = (0, false);
        for (var i = 0; i < policy.Length; i++)
        {
            if (!isText && char.IsWhiteSpace(policy[i]))
            {
                continue;
            }

            count++;
            if (policy[i] == '"')
            {
                isText = !isText;
            }
            else if (isText && policy[i] == '\\' && i + 1 < policy.Length)
            {
                // What is escaped ends no text.
                count++;
                i++;
            }
        }

        return count;
    }

    private Fact<string> Remarks(string[] ids) =>
        Analysis is { IsKnown: true, Value: var analysis } ? Said(analysis.Remarks(ids)) : FactOperators.Carry<PolicyAnalysis, string>(Analysis);

    private Fact<string> Said(string text) => text.Length == 0 ? Fact<string>.Absent(Analysis.Origin!) : Fact.Known(text, Analysis.Origin!);

    private Fact<T> OrWithout<T>(T without, Func<PolicyAnalysis, T> with)
        where T : notnull
        => Policy.IsAbsent ? Fact.Known(without, Policy.Origin!) : Analysis.Select(with);
}
