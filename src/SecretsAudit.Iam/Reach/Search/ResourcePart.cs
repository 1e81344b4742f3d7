using SecretsAudit.Iam.Matching;
using SecretsAudit.Iam.Reach.Languages;

namespace SecretsAudit.Iam.Reach.Search;

/// <summary>The resource, or the resources that the policy tells apart where it is not given.</summary>
internal static class ResourcePart
{
    public static RequestPart Build(SearchScene scene)
    {
        var given = scene.Resource.Arn;
        var isOne = given is not null || scene.Terms.Policy.Kind == PolicyKind.RoleTrust;
        var resources = isOne ? [scene.Resource.AnyArn] : Derived(scene);
        return RequestPart.Of("resource", resources.Select(resource => ChoiceOf(scene, resource)), !scene.Budget.IsSpent);
    }

    private static Choice ChoiceOf(SearchScene scene, string resource)
    {
        var request = new AccessRequest(scene.Assumed, "x:y", resource, scene.Fixed, scene.Resource.Account);
        return new Choice { Holds = scene.Terms.Holding(statement => Covers(scene, statement, request)), Resource = resource };
    }

    // With variables still open, an Allow covers what it may cover for some value of them, and a Deny only what it covers for all.
    private static bool Covers(SearchScene scene, PolicyStatement statement, AccessRequest request)
    {
        if (!scene.IsGenerous || !scene.IsOpen(statement.ResourceVariableKeys))
            return statement.CoversResource(request);
        return statement.Effect == PolicyEffect.Allow ? statement.CouldCoverResource(request) : statement.CoversResourceCertainly(request);
    }

    private static List<string> Derived(SearchScene scene)
    {
        var literals = new HashSet<string>(StringComparer.Ordinal);
        var written = new List<string>();
        var patterns = new List<Slot[]>();
        foreach (var text in scene.Terms.Policy.Statements.SelectMany(statement => statement.Resources).Distinct(StringComparer.Ordinal))
        {
            var atoms = scene.Resolved(PatternAtom.Split(text, wildcards: true, scene.Terms.Policy.Version == PolicyDocument.CurrentVersion));
            if (SlotPattern.OfArn(atoms) is not { } pattern)
                continue;
            if (atoms.TrueForAll(atom => atom.Kind == AtomKind.Character) && atoms.Count(atom => atom.Character == ':') >= 5)
            {
                literals.Add(string.Concat(atoms.Select(atom => atom.Character)));
            }
            else
            {
                patterns.Add(pattern);
                written.Add(string.Concat(atoms.Select(atom => atom.Kind switch
                {
                    AtomKind.Character => atom.Character.ToString(),
                    AtomKind.AnyOne => "x",
                    _ => "any",
                })));
            }
        }

        // A variable may put the caller's account into the ARN: that would be another resource than the one with this policy.
        written.RemoveAll(text => !new ArnText(text).IsArn || IsAnothers(scene, text));
        literals.RemoveWhere(text => IsAnothers(scene, text));
        return [scene.Resource.AnyArn, .. literals, .. written, .. LanguageClasses.Representatives(Shapes(scene), patterns, literals, scene.Budget)];
    }

    private static bool IsAnothers(SearchScene scene, string arn) =>
        scene.Terms.VariableKeys.Count > 0 && arn.Split(':', 6) is [_, _, _, _, { Length: > 0 } account, _] && account != scene.Resource.Account;

    private static Slot[][] Shapes(SearchScene scene)
    {
        IEnumerable<Slot> InService(string service) =>
        [
            .. SlotPattern.OfLiteral($"arn:{scene.Resource.Partition}:{service}:"), Slot.One(CharacterSet.Name), Slot.Run(CharacterSet.Name),
            .. SlotPattern.OfLiteral($":{scene.Resource.Account}:"),
        ];

        IEnumerable<Slot> any = [Slot.One(CharacterSet.Path), Slot.Run(CharacterSet.Path)];
        return scene.Terms.Policy.Kind switch
        {
            PolicyKind.Secret => [[.. InService("secretsmanager"), .. SlotPattern.OfLiteral("secret:"), .. any]],
            PolicyKind.Key => [[.. InService("kms"), .. SlotPattern.OfLiteral("key/"), .. any]],
            _ =>
            [
                [
                    .. SlotPattern.OfLiteral($"arn:{scene.Resource.Partition}:"), Slot.One(CharacterSet.LowerOrDigit), Slot.Run(CharacterSet.Name), Slot.Of(':'),
                    Slot.Run(CharacterSet.Name), Slot.Of(':'), Slot.Run(CharacterSet.Digit), Slot.Of(':'), .. any,
                ],
            ],
        };
    }
}
