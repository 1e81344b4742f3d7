using SecretsAudit.Model;

namespace SecretsAudit.Reports.Sarif;

/// <summary>The part of a result that becomes one SARIF run. GitHub closes the alerts of a category that are missing from its next run,
/// so a category must stand for the same ground every time.</summary>
/// <param name="Id">The run's <c>automationDetails.id</c>, which ends with a slash: <c>secretsaudit/111122223333/eu-west-1/</c>.</param>
/// <param name="IsCode">True for the source code's run.</param>
internal sealed record SarifCategory(string Id, bool IsCode)
{
    /// <summary>GitHub takes 20 runs a file.</summary>
    /// <seealso href="https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning"/>
    public const int MostRuns = 20;

    public List<Finding> Findings { get; } = [];

    public List<Gap> Gaps { get; } = [];

    public List<UnevaluatedRule> NotEvaluated { get; } = [];

    public HashSet<Scope> Scopes { get; } = [];

    /// <summary>The categories of a result, each with what belongs to it; covered scopes without a finding included, so that old alerts close.</summary>
    public static IReadOnlyList<SarifCategory> Of(AuditResult result)
    {
        var scopes = result.Scopes.Select(coverage => coverage.Scope)
            .Concat(result.Findings.Select(finding => finding.Subject).OfType<FindingSubject.Resource>().Select(resource => resource.Scope))
            .Concat(result.Gaps.Select(gap => gap.Scope).OfType<Scope>())
            .Concat(result.NotEvaluated.Select(unevaluated => unevaluated.Subject.Scope))
            .ToHashSet();
        var name = Granularity(scopes);
        var categories = new SortedDictionary<string, SarifCategory>(StringComparer.Ordinal);

        foreach (var scope in scopes)
            Category(name(scope)).Scopes.Add(scope);

        var code = result.Code is not null || result.Findings.Any(finding => finding.Subject is FindingSubject.Code)
            ? Category("secretsaudit/code/", isCode: true)
            : null;
        if (categories.Count == 0)
            _ = Category("secretsaudit/audit/");
        var unscoped = code ?? categories.Values.First();

        foreach (var finding in result.Findings)
            (finding.Subject is FindingSubject.Resource resource ? Category(name(resource.Scope)) : code!).Findings.Add(finding);
        foreach (var gap in result.Gaps)
            (gap.Scope is { } scope ? Category(name(scope)) : unscoped).Gaps.Add(gap);
        foreach (var unevaluated in result.NotEvaluated)
            Category(name(unevaluated.Subject.Scope)).NotEvaluated.Add(unevaluated);

        return [.. categories.Values];

        SarifCategory Category(string id, bool isCode = false) =>
            categories.TryGetValue(id, out var category) ? category : categories[id] = new SarifCategory(id, isCode);
    }

    // Coarser only when the file could not hold the runs; chosen by what was covered, not by what was found, so that it does not flap.
    private static Func<Scope, string> Granularity(HashSet<Scope> scopes) =>
        scopes.Count < MostRuns ? scope => $"secretsaudit/{scope.Account}/{scope.Region}/"
        : scopes.Select(scope => scope.Account).Distinct().Count() < MostRuns ? scope => $"secretsaudit/{scope.Account}/"
        : _ => "secretsaudit/aws/";
}
