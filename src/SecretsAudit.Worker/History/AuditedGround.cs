using SecretsAudit.Model;

namespace SecretsAudit.Worker.History;

/// <summary>
/// What a run really looked at. A finding that is missing from a result is fixed only where the run could have seen it: behind a gap,
/// a disabled rule or a region left out it stays open.
/// </summary>
internal sealed class AuditedGround
{
    private const string CodeScan = "scan";

    private readonly HashSet<string> _rules;
    private readonly HashSet<Scope> _scopes;
    private readonly HashSet<Scope> _scopesWithGaps;
    private readonly HashSet<string> _unread;
    private readonly HashSet<(string Rule, string Identity)> _unevaluated;
    private readonly bool _inventoryHasGap;
    private readonly bool _codeScanned;

    public AuditedGround(AuditResult result)
    {
        _rules = [.. result.Rules.Select(rule => rule.Id)];
        _scopes = [.. result.Scopes.Select(coverage => coverage.Scope)];
        _unread = [.. result.Gaps.Select(gap => gap.Subject)];
        _unevaluated = [.. result.NotEvaluated.Select(rule => (rule.RuleId, rule.Subject.Identity))];
        _codeScanned = result.Code is not null;

        // A denied read of one resource hides that resource; any other gap may hide everything in its account and region. What a denied
        // read of a neighbour (a key) means for a resource, the engine has said in NotEvaluated.
        var wide = result.Gaps.Where(gap => gap.Operation != CodeScan && !gap.Subject.StartsWith("arn:", StringComparison.Ordinal)).ToList();
        _scopesWithGaps = [.. wide.Where(gap => gap.Scope is not null).Select(gap => gap.Scope!)];
        _inventoryHasGap = wide.Exists(gap => gap.Scope is null);
    }

    /// <summary>Whether the run would have reported this finding, were it still there.</summary>
    public bool Covers(TrackedFinding finding)
    {
        if (!_rules.Contains(finding.RuleId) || _unread.Contains(finding.Identity) || _unevaluated.Contains((finding.RuleId, finding.Identity)))
            return false;

        return finding.Scope is { } scope
            ? !_inventoryHasGap && _scopes.Contains(scope) && !_scopesWithGaps.Contains(scope)
            : _codeScanned && !AnyFolderUnread(finding.Identity);
    }

    private bool AnyFolderUnread(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            if (_unread.Contains(path[..slash]))
                return true;
        }

        return _unread.Contains(".");
    }
}
