using SecretsAudit.Iam.Reach.Languages;

namespace SecretsAudit.Iam.Reach.Search;

/// <summary>An organisation outside of the trust zone by its id and the path of the unit: the caller's, a source's, or an endpoint's.</summary>
internal static class OrganizationPart
{
    public static RequestPart Build(SearchScene scene, string idKey, string pathKey, bool mayBePresent, bool keepAll)
    {
        var paths = mayBePresent && (scene.Terms.Of(idKey).Count + scene.Terms.Of(pathKey).Count > 0 || keepAll) ? Paths(scene, idKey, pathKey) : [];
        var choices = paths.Prepend(null).Select(path => ChoiceOf(scene, idKey, pathKey, path)).ToList();
        var isComplete = !scene.Budget.IsSpent && new ValueAtoms(scene.Terms.Of([idKey, pathKey]), scene).IsTextOnly;
        return keepAll ? new(idKey, choices, isComplete) : RequestPart.Of(idKey, choices, isComplete);
    }

    private static Choice ChoiceOf(SearchScene scene, string idKey, string pathKey, string? path)
    {
        string[]? id = path is null ? null : [path[..path.IndexOf('/')]];
        string[]? paths = path is null ? null : [path];
        return new Choice
        {
            Holds = scene.Holding([idKey, pathKey], key => key.Equals(idKey, StringComparison.OrdinalIgnoreCase) ? id : paths, scene.Blank),
            Keys = [KeyValuePair.Create(idKey, id), KeyValuePair.Create(pathKey, paths)],
        };
    }

    private static IEnumerable<string?> Paths(SearchScene scene, string idKey, string pathKey)
    {
        var named = scene.Terms.Named.Organizations.Append(scene.Resource.Organization).Distinct().ToArray();
        var atoms = new ValueAtoms(scene.Terms.Of(pathKey), scene);
        List<Slot[]> patterns = [.. atoms.Patterns];
        foreach (var id in new ValueAtoms(scene.Terms.Of(idKey), scene).AllAsPatterns)
        {
            patterns.Add([
                .. id.Select(slot => slot.Set is null ? slot : slot.Repeats ? Slot.Run(CharacterSet.NotSlash) : Slot.One(CharacterSet.NotSlash)),
                Slot.Of('/'), Slot.Run(CharacterSet.Any),
            ]);
        }

        patterns.AddRange(named.Concat(scene.Zone.Organizations).Select(id => (Slot[])[.. SlotPattern.OfLiteral(id), Slot.Of('/'), Slot.Run(CharacterSet.Any)]));
        foreach (var (head, unit) in scene.Zone.OrganizationPaths.Select(Parts))
            patterns.Add([.. SlotPattern.OfLiteral(head), Slot.Run(CharacterSet.Any), .. SlotPattern.OfLiteral(unit), Slot.Run(CharacterSet.Any)]);
        return LanguageClasses.Representatives(Shapes(named), patterns, atoms.Literals, scene.Budget)
            .Concat(atoms.Literals.Where(path => path.IndexOf('/') > 0))
            .Where(path => IsOutside(scene, path));
    }

    // The organisation and, with its slashes, the unit. Units have ids of their own, so that no other path leads to one:
    // "o-a1b2c3d4e5/*/ou-ab12-11111111/*" is that unit's, whatever stands between.
    // https://docs.aws.amazon.com/organizations/latest/APIReference/API_OrganizationalUnit.html
    private static (string Head, string Unit) Parts(string path)
    {
        var segments = path.TrimEnd('/').Split('/');
        return (segments[0], $"/{segments[^1]}/");
    }

    // o-…/r-…/ and, below, organisational units.
    private static IEnumerable<Slot[]> Units(IEnumerable<Slot> organization)
    {
        Slot[] root = [.. organization, .. SlotPattern.OfLiteral("/r-"), .. SlotPattern.Times(4, CharacterSet.LowerOrDigit), Slot.Run(CharacterSet.LowerOrDigit), Slot.Of('/')];
        yield return root;
        yield return [.. root, .. SlotPattern.OfLiteral("ou-"), Slot.Run(CharacterSet.Path), Slot.Of('/')];
    }

    private static List<Slot[]> Shapes(IEnumerable<string> named) =>
    [
        .. Units([.. SlotPattern.OfLiteral("o-"), .. SlotPattern.Times(10, CharacterSet.LowerOrDigit), Slot.Run(CharacterSet.LowerOrDigit)]),
        .. named.SelectMany(id => Units(SlotPattern.OfLiteral(id))),
    ];

    private static bool IsOutside(SearchScene scene, string path)
    {
        var id = path[..path.IndexOf('/')];
        // AWS writes an organisation's id in small letters; a condition that ignores case may not.
        return !scene.Zone.Organizations.Contains(id, StringComparer.OrdinalIgnoreCase)
            && !scene.Zone.OrganizationPaths.Select(Parts).Any(trusted => path.StartsWith(trusted.Head, StringComparison.OrdinalIgnoreCase) && path.Contains(trusted.Unit, StringComparison.OrdinalIgnoreCase))
            && !(scene.StrangersOnly && (scene.Terms.Named.Organizations.Contains(id) || id == scene.Resource.Organization));
    }
}
