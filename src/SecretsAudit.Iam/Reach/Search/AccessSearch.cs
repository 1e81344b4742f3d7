using SecretsAudit.Iam.Reach.Languages;

namespace SecretsAudit.Iam.Reach.Search;

/// <summary>
/// Looks for a request from outside that a policy allows, scene by scene and Allow statement by Allow statement. In each scene a request
/// falls into parts that are chosen by themselves; each part has the choices that the policy's own patterns tell apart; a request is found
/// when for some Allow all parts hold and every Deny fails in some part.
/// </summary>
internal sealed class AccessSearch
{
    private readonly PolicyDocument _policy;
    private readonly TrustZone _zone;
    private readonly ReachOptions _options;
    private readonly PolicyTerms _terms;
    private readonly ResourceFacts _resource;
    private readonly SearchBudget _budget;
    private readonly RequestContext _fixed;
    private readonly Dictionary<(string Part, SceneCaller? Caller), List<RequestPart>> _parts = [];
    private readonly Dictionary<(SceneCaller Caller, bool ThroughEndpoint), List<RequestPart>> _scenes = [];
    private readonly HashSet<string> _doubts = new(StringComparer.Ordinal);

    public AccessSearch(PolicyDocument policy, TrustZone zone, ReachOptions options, CancellationToken cancellationToken)
    {
        _policy = policy;
        _zone = zone;
        _options = options;
        _terms = new PolicyTerms(policy);
        _resource = new ResourceFacts(policy, zone, options);
        _budget = new SearchBudget(options.Budget, cancellationToken);
        _fixed = FixedKeys();
    }

    /// <summary>Looks at all Allow statements together.</summary>
    public ReachVerdict Run() =>
        Run([.. _policy.Statements.Where(statement => statement.Effect == PolicyEffect.Allow && (_options.Statement ?? statement.Index) == statement.Index)]);

    /// <summary>Looks at one Allow statement; what was told apart for another one is used again.</summary>
    public ReachVerdict Run(PolicyStatement allow)
    {
        _doubts.Clear();
        return Run([allow]);
    }

    private ReachVerdict Run(List<PolicyStatement> asked)
    {
        var allows = asked.Where(allow => !IsOwnersOnly(allow)).ToList();
        foreach (var scene in allows.Count == 0 ? [] : Scenes())
        {
            if (Look(scene, allows) is { } witness)
                return new ReachVerdict.Allowed(witness);
            if (_budget.IsSpent)
                break;
        }

        if (_budget.IsSpent)
            return new ReachVerdict.Undetermined($"The search used up its budget of {_options.Budget:N0} steps.");
        return _doubts.Count > 0
            ? new ReachVerdict.Undetermined(string.Join(" ", _doubts.Order(StringComparer.Ordinal)))
            : new ReachVerdict.Denied(ProofLimits.Of(_terms, _zone, _options));
    }

    // Such a comparison ties the caller to the resource, which the parts of a request do not know of each other.
    private bool IsOwnersOnly(PolicyStatement allow) => allow.Conditions.Any(condition =>
        (NarrowingKey.IsOwnersAccount(condition) && (_options.Outsiders == Outsiders.Strangers || _zone.Accounts.Contains(_resource.Account)))
        || (NarrowingKey.IsOwnersOrganization(condition) && (_options.Outsiders == Outsiders.Strangers || _zone.Organizations.Contains(_resource.Organization))));

    private IEnumerable<SearchScene> Scenes()
    {
        var networkMatters = _terms.Keys.Any(key => KeyNatures.Of(key) is KeyNature.Address or KeyNature.Vpc) || _terms.VariableKeys.Any(key => KeyNatures.Of(key) is KeyNature.Address or KeyNature.Vpc);
        foreach (var caller in new[] { SceneCaller.Account, SceneCaller.Service, SceneCaller.Anonymous, SceneCaller.Federated })
        {
            if (caller == SceneCaller.Federated && (_policy.Kind is PolicyKind.Secret or PolicyKind.Key))
                continue;
            // STS takes an unsigned request for a role only with a provider's token.
            if (caller == SceneCaller.Anonymous && _policy.Kind == PolicyKind.RoleTrust)
                continue;
            yield return Scene(caller, throughEndpoint: false, _fixed, isGenerous: false);
            if (networkMatters)
                yield return Scene(caller, throughEndpoint: true, _fixed, isGenerous: false);
        }
    }

    private RequestContext FixedKeys()
    {
        var keys = new RequestContext();
        foreach (var (key, values) in _options.Known ?? [])
            keys.Add(key, [.. values]);
        keys.AddAbsent("aws:ResourceAccount", _resource.Account);
        // A policy that spells an organisation out may say so of a resource of any; one that only compares means its own.
        if (_terms.Of("aws:ResourceOrgID").All(term => term.Condition.HasVariables))
            keys.AddAbsent("aws:ResourceOrgID", _resource.Organization);
        if (_resource.Region is { } region)
            keys.AddAbsent("aws:RequestedRegion", region);
        return keys;
    }

    private SearchScene Scene(SceneCaller caller, bool throughEndpoint, RequestContext fixedKeys, bool isGenerous, VariableAssignment? assignment = null) => new()
    {
        Terms = _terms,
        Zone = _zone,
        Options = _options,
        Resource = _resource,
        Budget = _budget,
        Caller = caller,
        ThroughEndpoint = throughEndpoint,
        Fixed = fixedKeys,
        IsGenerous = isGenerous,
        Assumed = assignment?.Principal ?? Principal.Anonymous,
        Absent = assignment?.Absent ?? [],
    };

    private ReachWitness? Look(SearchScene scene, List<PolicyStatement> allows)
    {
        var pivots = _terms.VariableKeys.Where(key => !scene.Fixed.Contains(key)).ToList();
        if (pivots.Count == 0)
        {
            if (!_scenes.TryGetValue((scene.Caller, scene.ThroughEndpoint), out var known))
                _scenes[(scene.Caller, scene.ThroughEndpoint)] = known = Parts(scene, null);
            return Look(scene, allows, known, null);
        }

        // Policy variables tie parts together. What is refused even if every open variable suits the caller is refused; if something is
        // left, values are tried for the variables.
        var generous = Scene(scene.Caller, scene.ThroughEndpoint, scene.Fixed, isGenerous: true);
        var parts = Parts(generous, null);
        var open = allows.Where(allow => DenyEscape.Find(allow.Index, _terms.Denies, Ideal(parts, allow.Index), _budget) is not null).ToList();
        if (open.Count == 0)
            return null;
        var isComplete = VariableAssignments.AreAll(scene, pivots);
        var looked = 0;
        foreach (var assignment in VariableAssignments.Of(scene, pivots))
        {
            if (_budget.IsSpent || looked++ == VariableAssignments.Most)
                break;
            var assigned = Scene(scene.Caller, scene.ThroughEndpoint, assignment.Fixed, isGenerous: false, assignment);
            var assignedParts = Parts(assigned, assignment.Principal);
            isComplete &= assignedParts.TrueForAll(part => part.IsComplete);
            if (Look(assigned, open, assignedParts, pivots) is { } witness)
                return witness;
        }

        if (isComplete && looked <= VariableAssignments.Most)
            return null;
        _doubts.Add($"The policy variables {string.Join(", ", pivots.Order(StringComparer.OrdinalIgnoreCase))} tie parts of a request together in more ways than were tried.");
        return null;
    }

    private ReachWitness? Look(SearchScene scene, List<PolicyStatement> allows, List<RequestPart> parts, List<string>? pivots)
    {
        foreach (var allow in allows)
        {
            if (DenyEscape.Find(allow.Index, _terms.Denies, parts, _budget) is { } choices)
            {
                if (new WitnessWriter(scene, parts, allow).Write(choices) is { } witness)
                    return witness;
                _doubts.Add($"A request that {allow.Name} seems to allow could not be confirmed.");
            }
            else if (pivots is null && parts.Exists(part => !part.IsComplete) && DenyEscape.Find(allow.Index, _terms.Denies, Ideal(parts, allow.Index), _budget) is not null)
            {
                _doubts.Add($"The values of {string.Join(", ", parts.Where(part => !part.IsComplete).Select(part => part.Name))} were not told apart completely.");
            }
        }

        return null;
    }

    // A part that lacks choices may have one that suits the caller best.
    private List<RequestPart> Ideal(List<RequestPart> parts, int allow)
    {
        var best = StatementSet.Empty(_policy.Statements.Count);
        best.Add(allow);
        return [.. parts.Select(part => part.IsComplete ? part : part with { Choices = [.. part.Choices, new Choice { Holds = best }] })];
    }

    private List<RequestPart> Parts(SearchScene scene, Principal? only)
    {
        // Parts do not change with the network, and mostly not with the caller; only where variables have values are they built anew.
        var reuse = only is null && ReferenceEquals(scene.Fixed, _fixed) && !scene.IsGenerous;
        var isAccount = scene.Caller == SceneCaller.Account;
        List<RequestPart> Once(string name, SceneCaller? caller, Func<IEnumerable<RequestPart>> build)
        {
            if (!reuse)
                return [.. build()];
            if (!_parts.TryGetValue((name, caller), out var parts))
                _parts[(name, caller)] = parts = [.. build()];
            return parts;
        }

        return
        [
            .. Once("caller", scene.Caller, () => [only is null ? new CallerPart(scene).Build(keepAll: false) : new CallerPart(scene).Only(only)]),
            .. Once("organization", isAccount ? scene.Caller : null, () => [OrganizationPart.Build(scene, "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", isAccount, keepAll: false)]),
            .. Once("action", null, () => [ActionPart.Build(scene)]),
            .. Once("resource", null, () => [ResourcePart.Build(scene)]),
            SourcePart.Build(scene),
            OrganizationPart.Build(scene, "aws:SourceOrgID", "aws:SourceOrgPaths", scene.Caller == SceneCaller.Service, keepAll: false),
            .. NetworkParts.Build(scene),
            .. Once("context", scene.Caller is SceneCaller.Account or SceneCaller.Federated ? scene.Caller : null, () => ContextParts.Build(scene)),
        ];
    }
}
