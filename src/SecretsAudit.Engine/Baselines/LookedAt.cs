using SecretsAudit.Model;

namespace SecretsAudit.Engine.Baselines;

/// <summary>What a run really looked at: where a finding that is missing would have been seen.</summary>
internal sealed class LookedAt
{
    private readonly HashSet<string> _rules;
    private readonly HashSet<string> _scopes;
    private readonly HashSet<string> _unread;
    private readonly HashSet<(string Rule, string Subject)> _unevaluated;
    private readonly bool _sawAll;
    private readonly bool _sawCode;

    public LookedAt(AuditResult result)
    {
        _rules = [.. result.Rules.Select(rule => rule.Id)];
        _unread = [.. result.Gaps.Select(gap => gap.Subject)];
        _unevaluated = [.. result.NotEvaluated.Select(rule => (rule.RuleId, rule.Subject.Identity))];
        // A gap about one resource hides that resource; any other may hide everything in its account and region.
        var wide = result.Gaps.Where(gap => gap.Operation != "scan" && !gap.Subject.StartsWith("arn:", StringComparison.Ordinal)).ToList();
        var hidden = wide.Select(gap => gap.Scope).OfType<Scope>().ToHashSet();
        _scopes = [.. result.Scopes.Select(coverage => coverage.Scope).Where(scope => !hidden.Contains(scope)).Select(scope => scope.ToString())];
        _sawAll = wide.TrueForAll(gap => gap.Scope is not null);
        _sawCode = result.Code is not null && result.Gaps.All(gap => gap.Operation != "scan");
    }

    /// <summary>Whether the run would have reported a finding, were it still there.</summary>
    public bool Covers(BaselineEntry entry) => _rules.Contains(entry.RuleId)
        && !_unread.Contains(entry.Subject)
        && !_unevaluated.Contains((entry.RuleId, entry.Subject))
        && (ScopeOf(entry.Subject) is { } scope ? _sawAll && _scopes.Contains(scope) : entry.RuleId.StartsWith("SAUD3", StringComparison.Ordinal) || _sawCode);

    // arn:partition:service:region:account:rest, or AWS::::Account:account/region; null for a path.
    private static string? ScopeOf(string subject)
    {
        const string Account = "AWS::::Account:";
        if (subject.StartsWith(Account, StringComparison.Ordinal))
            return subject[Account.Length..];

        var parts = subject.Split(':', 6);
        return parts is ["arn", _, _, var region, var account, _] ? $"{account}/{region}" : null;
    }
}
