using SecretsAudit.Iam.Matching;
using SecretsAudit.Iam.Reach.Languages;

namespace SecretsAudit.Iam.Reach.Search;

/// <summary>The actions that the policy tells apart.</summary>
internal static class ActionPart
{
    public static RequestPart Build(SearchScene scene)
    {
        var actions = scene.Options.Actions.Count > 0 ? scene.Options.Actions : scene.Terms.Policy.Kind switch
        {
            PolicyKind.Secret => ActionCatalog.OfSecret,
            PolicyKind.Key => ActionCatalog.OfKey,
            PolicyKind.RoleTrust => ActionCatalog.OfRole,
            _ => Derived(scene),
        };
        return RequestPart.Of("action", actions.Select(action => ChoiceOf(scene, action)), !scene.Budget.IsSpent);
    }

    private static Choice ChoiceOf(SearchScene scene, string action)
    {
        var folded = action.ToLowerInvariant();
        return new Choice { Holds = scene.Terms.Holding(statement => statement.CoversAction(folded)), Action = action };
    }

    private static List<string> Derived(SearchScene scene)
    {
        var listed = scene.Terms.Policy.Statements.SelectMany(statement => statement.Actions).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var literals = listed.Where(action => !action.AsSpan().ContainsAny('*', '?')).ToList();
        var patterns = listed.Where(action => action.AsSpan().ContainsAny('*', '?'))
            .Select(action => SlotPattern.OfText(PatternAtom.Split(action, wildcards: true, variables: false), CharacterSet.Any, folded: true).ToArray()).ToList();
        Slot[] shape = [Slot.One(CharacterSet.LowerOrDigit), Slot.Run(CharacterSet.LowerOrDigit), Slot.Of(':'), Slot.One(CharacterSet.Name), Slot.Run(CharacterSet.Name)];
        var taken = literals.ToHashSet(StringComparer.Ordinal);
        patterns.AddRange(literals.Select(action => SlotPattern.OfText(PatternAtom.Split(action, wildcards: false, variables: false), CharacterSet.Any, folded: true).ToArray()));
        // Names of actions that exist come first; the rest makes sure that no class is missed.
        return [.. literals, .. ActionCatalog.OfSecret, .. ActionCatalog.OfKey, .. ActionCatalog.Others, .. LanguageClasses.Representatives([shape], patterns, taken, scene.Budget)];
    }
}
