using System.Collections.Concurrent;
using SecretsAudit.Iam;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Access;

/// <summary>
/// A principal's compiled policies as they stand in one state of it; a change of the principal is another object. Where no policy has a
/// condition or a variable, an answer depends on the action and the resource alone and is remembered.
/// </summary>
internal sealed class PrincipalRights
{
    private const int Limit = 20_000;

    // What a managed policy that is gone allows.
    private const string Nothing = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"none:Nothing","Resource":"*"}]}""";

    private readonly ConcurrentDictionary<(string Action, string Resource), AccessVerdict> _answers = new();

    public PrincipalRights(Accounts.Principal principal, CompiledPolicies compiled, IStateView state)
    {
        var groups = principal.Groups.Select(name => IamGroup.Find(state, principal.AccountId, name)).OfType<IamGroup>().ToList();
        Identity =
        [
            .. principal.Policies.Values.Concat(groups.SelectMany(group => group.Policies.Values)).Select(policy => compiled.Get(policy, PolicyKind.Identity)),
            .. principal.AttachedPolicies.Union(groups.SelectMany(group => group.AttachedPolicies))
                .Select(arn => compiled.Get(ManagedPolicy.DocumentOf(state, arn) ?? Nothing, PolicyKind.Identity)),
        ];
        Boundary = principal.BoundaryArn is { } managed ? compiled.Get(ManagedPolicy.DocumentOf(state, managed) ?? Nothing, PolicyKind.Boundary) : null;
        ArePlain = Identity.All(IsPlain) && (Boundary is null || IsPlain(Boundary));
    }

    public IReadOnlyList<PolicyDocument> Identity { get; }

    public PolicyDocument? Boundary { get; }

    /// <summary>Whether nothing but action and resource counts.</summary>
    public bool ArePlain { get; }

    public AccessVerdict Remember(
        string action, string resource, AccessQuestion question, PolicyAccess access, Func<AccessQuestion, PolicyAccess, PrincipalRights, AccessVerdict> decide)
    {
        if (_answers.TryGetValue((action, resource), out var known))
        {
            return known;
        }

        if (_answers.Count >= Limit)
        {
            _answers.Clear();
        }

        return _answers[(action, resource)] = decide(question, access, this);
    }

    private static bool IsPlain(PolicyDocument document) => document.Statements.All(statement =>
        statement.Conditions.Count == 0 && !statement.Resources.Any(resource => resource.Contains("${", StringComparison.Ordinal)));
}
