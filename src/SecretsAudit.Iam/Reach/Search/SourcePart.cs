using SecretsAudit.Iam.Reach.Languages;

namespace SecretsAudit.Iam.Reach.Search;

/// <summary>
/// For whom a service acts: nobody it tells, or a resource or account outside of the trust zone. A resource without an account in its ARN
/// that the policy spells out, such as a bucket, is taken to be the owner's.
/// </summary>
internal static class SourcePart
{
    private static readonly string[] Keys = ["aws:SourceArn", "aws:SourceAccount", "aws:SourceOwner"];

    public static RequestPart Build(SearchScene scene)
    {
        var sources = scene.Caller == SceneCaller.Service && scene.Terms.Of(Keys).Any() ? Sources(scene) : [];
        var choices = sources.Prepend((null, null)).Select(source => ChoiceOf(scene, source.Arn, source.Account)).ToList();
        return RequestPart.Of("source", choices, !scene.Budget.IsSpent && new ValueAtoms(scene.Terms.Of(Keys), scene).IsTextOnly);
    }

    private static Choice ChoiceOf(SearchScene scene, string? arn, string? account)
    {
        string[]? arns = arn is null ? null : [arn];
        string[]? accounts = account is null ? null : [account];
        return new Choice
        {
            Holds = scene.Holding(Keys, key => key.Equals(Keys[0], StringComparison.OrdinalIgnoreCase) ? arns : accounts, scene.Blank),
            Keys = [KeyValuePair.Create(Keys[0], arns), KeyValuePair.Create(Keys[1], accounts), KeyValuePair.Create(Keys[2], accounts)],
        };
    }

    private static IEnumerable<(string? Arn, string? Account)> Sources(SearchScene scene)
    {
        var arns = new ValueAtoms(scene.Terms.Of(Keys[0]), scene);
        var accounts = new ValueAtoms(scene.Terms.Of(Keys.Skip(1)), scene).AllAsPatterns.ToList();
        var known = scene.Terms.Named.Accounts.Concat(scene.Zone.Accounts).Distinct().ToList();
        List<Slot[]> patterns =
        [
            .. arns.Patterns,
            .. accounts.Select(account => SlotPattern.OfAccount(account.Select(slot => slot.Set is null ? slot : slot.Repeats ? Slot.Run(CharacterSet.NotColon) : Slot.One(CharacterSet.NotColon)))),
            .. known.Select(account => SlotPattern.OfAccount(SlotPattern.OfLiteral(account))),
            SlotPattern.OfAccount([]),
        ];
        var words = LanguageClasses.Representatives(Shapes(scene), patterns, arns.Literals, scene.Budget);
        var strangers = LanguageClasses.Representatives(
            [[.. SlotPattern.Times(12, CharacterSet.Digit)]], [.. accounts, .. known.Select(account => SlotPattern.OfLiteral(account).ToArray())], new HashSet<string>(), scene.Budget)
            .Where(scene.IsOutside).ToList();

        // Most ARNs have an account; those without come last.
        foreach (var arn in words.OrderBy(word => word.Split(':', 6)[4].Length == 0).Concat(arns.Literals))
        {
            var parts = arn.Split(':', 6);
            var account = parts.Length == 6 ? parts[4] : "";
            if (Principal.IsAccountId(account))
            {
                if (!scene.IsOutside(account))
                    continue;
                yield return (arn, account);
                yield return (arn, null);
            }
            else if (!arns.Literals.Contains(arn))
            {
                foreach (var stranger in strangers.Prepend(null))
                    yield return (arn, stranger);
            }
        }

        foreach (var stranger in strangers)
            yield return (null, stranger);
    }

    private static List<Slot[]> Shapes(SearchScene scene)
    {
        IEnumerable<Slot> head = [.. SlotPattern.OfLiteral($"arn:{scene.Resource.Partition}:"), Slot.One(CharacterSet.LowerOrDigit), Slot.Run(CharacterSet.LowerOrDigit), Slot.Of(':')];
        return
        [
            [.. head, Slot.Run(CharacterSet.Name), Slot.Of(':'), .. SlotPattern.Times(12, CharacterSet.Digit), Slot.Of(':'), Slot.One(CharacterSet.Path), Slot.Run(CharacterSet.Path)],
            [.. head, .. SlotPattern.OfLiteral("::"), Slot.One(CharacterSet.Path), Slot.Run(CharacterSet.Path)],
        ];
    }
}
