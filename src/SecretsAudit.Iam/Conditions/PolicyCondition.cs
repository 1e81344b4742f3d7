using SecretsAudit.Iam.Conditions;

namespace SecretsAudit.Iam;

/// <summary>One test of a statement's <c>Condition</c>: an operator, a key and the values it is compared with.</summary>
public sealed class PolicyCondition
{
    // From so many plain texts on, one look-up is quicker than a comparison with each.
    private const int LongList = 8;

    private readonly ValueMatcher[] _matchers;
    private readonly HashSet<string>? _texts;
    private readonly bool _wantsAbsent;

    internal PolicyCondition(ConditionOperator @operator, string key, IReadOnlyList<string> values, bool variables, TextPosition position)
    {
        Operator = @operator;
        Key = key;
        Values = values;
        Position = position;
        TakesVariables = variables;
        _matchers = [.. values.Select(value => ValueMatcher.Compile(@operator.Comparison, value, variables))];
        _wantsAbsent = @operator.Comparison == ConditionComparison.Null && values.Any(value => value.Equals("true", StringComparison.OrdinalIgnoreCase));
        WantsPresent = @operator.Comparison == ConditionComparison.Null && values.Any(value => value.Equals("false", StringComparison.OrdinalIgnoreCase));
        HasVariables = _matchers.Any(matcher => matcher.HasVariables);
        if (values.Count >= LongList && !HasVariables)
            _texts = Texts(@operator.Comparison, values);
    }

    private static HashSet<string>? Texts(ConditionComparison comparison, IReadOnlyList<string> values) => comparison switch
    {
        ConditionComparison.StringEquals or ConditionComparison.StringNotEquals when !values.Any(value => value.Contains('$')) => new(values, StringComparer.Ordinal),
        ConditionComparison.StringEqualsIgnoreCase or ConditionComparison.StringNotEqualsIgnoreCase when !values.Any(value => value.Contains('$')) => new(values, StringComparer.OrdinalIgnoreCase),
        _ => null,
    };

    /// <summary>The operator.</summary>
    public ConditionOperator Operator { get; }

    /// <summary>The context key as written; its case does not matter.</summary>
    public string Key { get; }

    /// <summary>The values as written; one that matches suffices, or none may match when the operator is negated.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>Where the key stands in the policy's text.</summary>
    public TextPosition Position { get; }

    internal IReadOnlyList<ValueMatcher> Matchers => _matchers;

    internal bool HasVariables { get; }

    /// <summary>Whether <c>${…}</c> is a variable in the values.</summary>
    internal bool TakesVariables { get; }

    /// <summary>The keys that the values' policy variables read.</summary>
    internal IEnumerable<string> VariableKeys => HasVariables
        ? Values.SelectMany(value => Matching.PatternAtom.Split(value, wildcards: false, variables: true)).Select(atom => atom.Variable?.Key).OfType<string>()
        : [];

    private bool WantsPresent { get; }

    /// <summary>The same test whose listed values match where they do for some value of their policy variables, and perhaps more.</summary>
    internal PolicyCondition Relaxed => field ??= new PolicyCondition(this, [.. Values.Select(value => ValueMatcher.CompileRelaxed(Operator.Comparison, value))]);

    /// <summary>The same test with those listed values only that have no policy variable.</summary>
    internal PolicyCondition Certain => field ??= new PolicyCondition(this, [.. _matchers.Where(matcher => !matcher.HasVariables)]);

    private PolicyCondition(PolicyCondition other, ValueMatcher[] matchers)
    {
        (Operator, Key, Values, Position) = (other.Operator, other.Key, other.Values, other.Position);
        (_wantsAbsent, WantsPresent) = (other._wantsAbsent, other.WantsPresent);
        _matchers = matchers;
    }

    /// <summary>Whether the request satisfies this test.</summary>
    public bool IsSatisfiedBy(AccessRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return IsSatisfiedBy(request.Context.Find(Key), request);
    }

    /// <summary>The same for the key's values given apart from the request, which still supplies the policy variables.</summary>
    internal bool IsSatisfiedBy(string[]? present, AccessRequest request)
    {
        // Null with a qualifier answers without a look at the key.
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html (Null with qualifier)
        if (Operator.Comparison == ConditionComparison.Null && Operator.Qualifier != SetQualifier.None)
            return Operator.Qualifier == SetQualifier.ForAllValues;
        if (Operator.Comparison == ConditionComparison.Null)
            return present is null ? _wantsAbsent : WantsPresent;

        // Under a set operator a lone empty text is a null data set, as if the key were absent.
        if (present is null || (present is [""] && Operator.Qualifier != SetQualifier.None))
            return AbsentSatisfies;

        return Operator.Qualifier switch
        {
            SetQualifier.ForAllValues => EveryValueHolds(present, request),
            SetQualifier.ForAnyValue => AnyValueHolds(present, request),
            // A key with several values and no qualifier: one match suffices, and a negated operator is the opposite of that.
            _ => Operator.IsNegated ? EveryValueHolds(present, request) : AnyValueHolds(present, request),
        };
    }

    private bool AbsentSatisfies => Operator.IfExists || Operator.Qualifier switch
    {
        SetQualifier.ForAllValues => true,
        SetQualifier.ForAnyValue => false,
        _ => Operator.IsNegated,
    };

    private bool EveryValueHolds(string[] present, AccessRequest request)
    {
        foreach (var value in present)
        {
            if (!Holds(value, request))
                return false;
        }

        return true;
    }

    private bool AnyValueHolds(string[] present, AccessRequest request)
    {
        foreach (var value in present)
        {
            if (Holds(value, request))
                return true;
        }

        return false;
    }

    // Whether one value of the request satisfies the comparison: a negated one asks that no listed value matches.
    internal bool Holds(string value, AccessRequest request)
    {
        if (_texts is not null)
            return _texts.Contains(value) != Operator.IsNegated;

        var given = new ContextValue(value);
        foreach (var matcher in _matchers)
        {
            if (matcher.Matches(ref given, request))
                return !Operator.IsNegated;
        }

        return Operator.IsNegated;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Operator} {Key} = {string.Join(", ", Values)}";
}
