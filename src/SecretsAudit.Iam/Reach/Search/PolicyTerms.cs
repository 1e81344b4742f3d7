using SecretsAudit.Iam.Conditions;

namespace SecretsAudit.Iam.Reach.Search;

/// <summary>A condition with the statement it belongs to.</summary>
internal readonly record struct Term(int Statement, PolicyCondition Condition);

/// <summary>A policy's conditions by key, and whom and what the policy names.</summary>
internal sealed class PolicyTerms
{
    private readonly Dictionary<string, List<Term>> _byKey = new(StringComparer.OrdinalIgnoreCase);

    public PolicyTerms(PolicyDocument policy)
    {
        Policy = policy;
        foreach (var statement in policy.Statements)
        {
            foreach (var condition in statement.Conditions)
            {
                if (!_byKey.TryGetValue(condition.Key, out var terms))
                    _byKey[condition.Key] = terms = [];
                terms.Add(new Term(statement.Index, condition));
            }
        }

        Denies = StatementSet.Empty(policy.Statements.Count);
        foreach (var statement in policy.Statements.Where(statement => statement.Effect == PolicyEffect.Deny))
            Denies.Add(statement.Index);
        Named = new NamedByPolicy(policy);
    }

    public PolicyDocument Policy { get; }

    public StatementSet Denies { get; }

    public NamedByPolicy Named { get; }

    public IEnumerable<string> Keys => _byKey.Keys;

    public IReadOnlyList<Term> Of(string key) => _byKey.TryGetValue(key, out var terms) ? terms : [];

    public IEnumerable<Term> Of(IEnumerable<string> keys) => keys.SelectMany(Of);

    /// <summary>The keys that policy variables read.</summary>
    public IReadOnlySet<string> VariableKeys => field ??= Policy.Statements
        .SelectMany(statement => statement.Conditions.SelectMany(condition => condition.VariableKeys).Concat(statement.ResourceVariableKeys))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The statements whose terms all hold; a statement without a term here holds.</summary>
    public StatementSet Holding(IEnumerable<Term> terms, Func<PolicyCondition, bool> holds)
    {
        var all = StatementSet.Empty(Policy.Statements.Count);
        var failed = StatementSet.Empty(Policy.Statements.Count);
        foreach (var (statement, condition) in terms)
        {
            if (!failed.Contains(statement) && !holds(condition))
                failed.Add(statement);
        }

        for (var i = 0; i < Policy.Statements.Count; i++)
        {
            if (!failed.Contains(i))
                all.Add(i);
        }

        return all;
    }

    /// <summary>The statements that the test accepts.</summary>
    public StatementSet Holding(Func<PolicyStatement, bool> holds)
    {
        var set = StatementSet.Empty(Policy.Statements.Count);
        foreach (var statement in Policy.Statements)
        {
            if (holds(statement))
                set.Add(statement.Index);
        }

        return set;
    }
}
