using SecretsAudit.Iam.Matching;

namespace SecretsAudit.Iam;

/// <summary>One statement of a policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html"/>
public sealed class PolicyStatement
{
    private readonly bool _hasVariables;
    private readonly Wildcard[] _actions = [];
    private readonly ArnMatcher[] _resources = [];
    private ArnMatcher[]? _relaxed;

    // Variables are replaced in version 2012-10-17 only.
    internal PolicyStatement(bool hasVariables) => _hasVariables = hasVariables;

    /// <summary>The place among the policy's statements, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The statement's id, where it has one.</summary>
    public string? Sid { get; init; }

    /// <summary>Whether it allows or denies.</summary>
    public required PolicyEffect Effect { get; init; }

    /// <summary>Where the statement starts.</summary>
    public required TextPosition Position { get; init; }

    /// <summary>Where <c>Principal</c> or <c>NotPrincipal</c> starts; the statement's own place where it has neither.</summary>
    public TextPosition PrincipalPosition { get; init; }

    /// <summary>Where <c>Action</c> or <c>NotAction</c> starts.</summary>
    public TextPosition ActionPosition { get; init; }

    /// <summary>Where <c>Resource</c> or <c>NotResource</c> starts; the statement's own place where it has neither.</summary>
    public TextPosition ResourcePosition { get; init; }

    /// <summary>The entries of <c>Principal</c> or <c>NotPrincipal</c>; empty in policies that have neither.</summary>
    public required IReadOnlyList<PolicyPrincipal> Principals { get; init; }

    /// <summary>Whether the entries are those of <c>NotPrincipal</c>.</summary>
    public bool IsNotPrincipal { get; init; }

    /// <summary>The patterns of <c>Action</c> or <c>NotAction</c>.</summary>
    public required IReadOnlyList<string> Actions
    {
        get;
        init
        {
            field = value;
            _actions = [.. value.Select(action => Wildcard.Of(action.ToLowerInvariant()))];
        }
    }

    /// <summary>Whether the patterns are those of <c>NotAction</c>.</summary>
    public bool IsNotAction { get; init; }

    /// <summary>The patterns of <c>Resource</c> or <c>NotResource</c>; empty in policies that have neither, which then cover the resource they sit on.</summary>
    public required IReadOnlyList<string> Resources
    {
        get;
        init
        {
            field = value;
            _resources = [.. value.Select(resource => ArnMatcher.Compile(resource, _hasVariables))];
        }
    }

    /// <summary>Whether the patterns are those of <c>NotResource</c>.</summary>
    public bool IsNotResource { get; init; }

    /// <summary>The tests of <c>Condition</c>, all of which must hold.</summary>
    public required IReadOnlyList<PolicyCondition> Conditions { get; init; }

    /// <summary>The statement's id, or its place where it has none.</summary>
    public string Name => Sid is { Length: > 0 } sid ? sid : $"statement {Index + 1}";

    /// <summary>The keys that the resources' policy variables read.</summary>
    internal IEnumerable<string> ResourceVariableKeys => _hasVariables
        ? Resources.SelectMany(value => PatternAtom.Split(value, wildcards: false, variables: true)).Select(atom => atom.Variable?.Key).OfType<string>()
        : [];

    /// <summary>Whether every element of the statement matches the request.</summary>
    public bool Matches(AccessRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return CoversAction(request.FoldedAction) && CoversResource(request) && LinkTo(request.Principal) != PrincipalLink.None && ConditionsHold(request);
    }

    internal bool CoversAction(ReadOnlySpan<char> foldedAction)
    {
        foreach (var action in _actions)
        {
            if (action.Matches(foldedAction))
                return !IsNotAction;
        }

        return IsNotAction;
    }

    internal bool CoversResource(AccessRequest request)
    {
        if (_resources.Length == 0)
            return true;

        foreach (var resource in _resources)
        {
            if (resource.Matches(in request.ResourceArn, request))
                return !IsNotResource;
        }

        return IsNotResource;
    }

    /// <summary>Whether the statement covers the resource for some value of its policy variables.</summary>
    internal bool CouldCoverResource(AccessRequest request) => IsNotResource ? !ListsCertainly(request) : CouldList(request);

    /// <summary>Whether the statement covers the resource for every value of its policy variables.</summary>
    internal bool CoversResourceCertainly(AccessRequest request) => IsNotResource ? !CouldList(request) : ListsCertainly(request);

    private bool CouldList(AccessRequest request) => Array.Exists(_relaxed ??= [.. Resources.Select(ArnMatcher.CompileRelaxed)], resource => resource.Matches(in request.ResourceArn, request));

    private bool ListsCertainly(AccessRequest request) => Array.Exists(_resources, resource => !resource.HasVariables && resource.Matches(in request.ResourceArn, request));

    internal bool ConditionsHold(AccessRequest request)
    {
        for (var i = 0; i < Conditions.Count; i++)
        {
            if (!Conditions[i].IsSatisfiedBy(request))
                return false;
        }

        return true;
    }

    /// <summary>How directly the statement names the principal; policies without a principal apply to whoever carries them.</summary>
    internal PrincipalLink LinkTo(Principal principal)
    {
        if (IsNotPrincipal)
            return IsSpared(principal) ? PrincipalLink.None : PrincipalLink.Direct;
        if (Principals.Count == 0)
            return PrincipalLink.Direct;

        var link = PrincipalLink.None;
        for (var i = 0; i < Principals.Count && link != PrincipalLink.Direct; i++)
        {
            var other = Principals[i].LinkTo(principal);
            if (other > link)
                link = other;
        }

        return link;
    }

    // With Allow, NotPrincipal gives access to all but those listed; with Deny it is stricter.
    // AWS checks NotPrincipal link by link (the account, then the role, then the session) and each must be listed by itself: naming a
    // user without its account, or the account without the user, spares nobody.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
    private bool IsSpared(Principal principal)
    {
        if (Effect == PolicyEffect.Allow)
            return Principals.Any(entry => entry.LinkTo(principal) != PrincipalLink.None);

        bool account = principal.Account is null, issuer = principal.IssuerArn is null, self = false;
        foreach (var entry in Principals)
        {
            switch (entry.LinkTo(principal))
            {
                case PrincipalLink.Direct when entry.Kind == PolicyPrincipalKind.Everyone:
                    return true;
                case PrincipalLink.Direct:
                    self = true;
                    account |= principal.Kind == PrincipalKind.Root;
                    break;
                case PrincipalLink.Issuer:
                    issuer = true;
                    break;
                case PrincipalLink.Account:
                    account = true;
                    break;
            }
        }

        return account && issuer && self;
    }
}
