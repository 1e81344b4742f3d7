namespace SecretsAudit.Iam.Reach.Search;

/// <summary>Values for the keys that policy variables read; each combination is looked at by itself.</summary>
internal static class VariableAssignments
{
    private const int Most = 512;

    /// <summary>The combinations, each with the caller where a variable reads one of its keys.</summary>
    public static IEnumerable<(RequestContext Fixed, Principal? Principal)> Of(SearchScene scene, List<string> pivots)
    {
        IEnumerable<(RequestContext Fixed, Principal? Principal)> assignments = [(scene.Fixed, null)];
        if (pivots.Exists(key => KeyNatures.Of(key) == KeyNature.Caller))
            assignments = new CallerPart(scene).Build(keepAll: true).Choices.Select(choice => (WithKeysOf(scene, choice.Principal!), (Principal?)choice.Principal));
        if (pivots.Exists(key => KeyNatures.Of(key) == KeyNature.CallerOrganization))
            assignments = Cross(assignments, OrganizationPart.Build(scene, "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", scene.Caller == SceneCaller.Account, keepAll: true));
        foreach (var key in pivots.Where(key => KeyNatures.Of(key) is not (KeyNature.Caller or KeyNature.CallerOrganization)))
            assignments = Cross(assignments, ContextParts.Build(scene, key, keepAll: true));
        return assignments.Take(Most);
    }

    private static IEnumerable<(RequestContext Fixed, Principal? Principal)> Cross(IEnumerable<(RequestContext Fixed, Principal? Principal)> assignments, RequestPart part) =>
        assignments.SelectMany(_ => part.Choices, (assignment, choice) =>
        {
            var keys = assignment.Fixed.Copy();
            foreach (var (key, values) in choice.Keys)
                keys.Add(key, values ?? []);
            return (keys, assignment.Principal);
        });

    private static RequestContext WithKeysOf(SearchScene scene, Principal principal)
    {
        var keys = scene.Fixed.Copy();
        var request = new AccessRequest(principal, "x:y", scene.Resource.AnyArn, scene.Fixed, scene.Resource.Account);
        foreach (var (key, values) in request.Context)
            keys.Add(key, [.. values]);
        if (principal.Account is { } account)
            keys.Add("kms:CallerAccount", account);
        return keys;
    }
}
