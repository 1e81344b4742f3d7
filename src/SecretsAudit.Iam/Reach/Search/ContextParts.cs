using System.Globalization;
using SecretsAudit.Iam.Reach.Languages;

namespace SecretsAudit.Iam.Reach.Search;

/// <summary>The remaining context keys: each with every value, or set of values, that the policy tells apart.</summary>
internal static class ContextParts
{
    private const int MostSets = 512;
    private const decimal Largest = 1e27m;

    // What a stranger could send but has no access to by itself.
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
    private static readonly string[] NamingKeys = ["s3:DataAccessPointArn", "s3:DataAccessPointAccount", "s3:x-amz-server-side-encryption-aws-kms-key-id"];

    public static IEnumerable<RequestPart> Build(SearchScene scene)
    {
        foreach (var key in scene.Terms.Keys.Order(StringComparer.OrdinalIgnoreCase))
        {
            if (KeyNatures.Of(key) is KeyNature.Free or KeyNature.CallerSession or KeyNature.Resource)
                yield return Build(scene, key, keepAll: false);
        }

        yield return TimePart.Build(scene);
        yield return ViaPart.Build(scene);
    }

    public static RequestPart Build(SearchScene scene, string key, bool keepAll)
    {
        var terms = scene.Terms.Of(key);
        if (scene.Fixed.Find(key) is { } fixedValues)
            return new(key, [ChoiceOf(scene, key, fixedValues)], true);
        if (scene.Absent.Contains(key, StringComparer.OrdinalIgnoreCase))
            return new(key, [ChoiceOf(scene, key, null)], true);
        if (KeyNatures.Of(key) == KeyNature.CallerSession && scene.Caller != SceneCaller.Account)
            return new(key, [ChoiceOf(scene, key, null)], true);

        var (values, isComplete) = Values(scene, key, terms, keepAll);
        var choices = values.Select(value => ChoiceOf(scene, key, [value])).ToList();
        if (!KeyNatures.IsAlwaysPresent(key))
            choices.Insert(0, ChoiceOf(scene, key, null));
        if (KeyNatures.IsMultivalued(key, terms))
            isComplete &= AddSets(scene, key, terms, values, choices);
        isComplete &= !scene.Budget.IsSpent;
        return keepAll ? new(key, choices, isComplete) : RequestPart.Of(key, choices, isComplete);
    }

    private static (List<string> Values, bool IsComplete) Values(SearchScene scene, string key, IReadOnlyList<Term> terms, bool keepAll)
    {
        if (KeyNatures.IsFlag(key))
            return (["true", "false"], true);

        // What a variable stands for is compared with other keys, too.
        var atoms = new ValueAtoms(keepAll ? terms.Concat(VariableAssignments.Compared(scene).SelectMany(term => scene.Terms.Of(term.Condition.Key))) : terms, scene);
        var values = new List<string>(atoms.Literals.Order(StringComparer.Ordinal));
        if (scene.Caller == SceneCaller.Federated && IdentityProvider.IsClaim(key))
            return (Claims(scene, key, terms, atoms), true);

        // Several variables may be equal or not: each class then needs as many values.
        var taken = new HashSet<string>(atoms.Literals, StringComparer.Ordinal);
        for (var i = 0; i < (keepAll ? Math.Max(1, scene.Terms.VariableKeys.Count) : 1); i++)
        {
            var words = LanguageClasses.Representatives([[Slot.One(CharacterSet.Any), Slot.Run(CharacterSet.Any)]], atoms.Patterns, taken, scene.Budget);
            values.AddRange(keepAll ? words : words.Select(word => PlausibleText.Of(scene, terms, word)));
            taken.UnionWith(words);
        }

        values.Add("");
        foreach (var number in Around(atoms.Numbers))
            values.Add(number.ToString(CultureInfo.InvariantCulture));
        foreach (var instant in TimePart.Around(atoms.Instants))
            values.Add(TimePart.Text(instant));
        if (atoms.Ranges.Count > 0)
            values.AddRange(AddressRegions.Representatives(atoms.Ranges, []));
        if (keepAll)
            values.AddRange(Hints(scene));
        if (scene.StrangersOnly && NamingKeys.Contains(key, StringComparer.OrdinalIgnoreCase))
            values.RemoveAll(value => atoms.Literals.Contains(value) || value.Split(':').Any(scene.Terms.Named.Accounts.Contains));
        if (key.Equals("aws:FederatedProvider", StringComparison.OrdinalIgnoreCase))
            values.RemoveAll(value => IdentityProvider.AccountOf(value) is { } account && !scene.IsOutside(account));
        return (values, atoms.Families <= 1);
    }

    private static List<string> Claims(SearchScene scene, string key, IReadOnlyList<Term> terms, ValueAtoms atoms)
    {
        var listed = terms.SelectMany(term => term.Condition.Values).ToList();
        var owners = listed.Where(value => value.Contains('/')).Select(value => value[..(value.IndexOf('/') + 1)]).Distinct()
            .Select(owner => (Slot[])[.. SlotPattern.OfLiteral(owner), Slot.Run(CharacterSet.Any)]);
        var words = LanguageClasses.Representatives([[Slot.One(CharacterSet.Path), Slot.Run(CharacterSet.Path)]], [.. atoms.Patterns, .. owners], atoms.Literals, scene.Budget);
        return [.. words.Concat(atoms.Literals).Where(value => !IdentityProvider.IsNamed(key, value, listed))];
    }

    // Numbers are told apart at each listed one and on both sides.
    private static IEnumerable<decimal> Around(List<decimal> numbers)
    {
        decimal? before = null;
        foreach (var number in numbers.Where(number => Math.Abs(number) < Largest).Distinct().Order())
        {
            if (before is null)
                yield return number - 1;
            else if (before.Value + 1 >= number)
                yield return before.Value + ((number - before.Value) / 2);
            yield return number;
            yield return number + 1;
            before = number;
        }
    }

    // Texts that a policy variable could stand for: what conditions and the resource spell out.
    public static IEnumerable<string> Hints(SearchScene scene) => scene.Terms.Policy.Statements
        .SelectMany(statement => statement.Conditions.SelectMany(condition => condition.Values).Concat(statement.Resources))
        .Append(scene.Resource.AnyArn)
        .SelectMany(text => text.Split('/', ':', '-').Append(text))
        .Where(text => text.Length is > 0 and <= 128 && !text.AsSpan().ContainsAny('*', '?', '$'))
        .Distinct(StringComparer.Ordinal).Take(64);

    private static Choice ChoiceOf(SearchScene scene, string key, string[]? values) =>
        new() { Holds = scene.Holding([key], _ => values, scene.Blank), Keys = [KeyValuePair.Create(key, values)] };

    // Sets of values: each further value can only add to what some value fulfils and take from what every value does.
    private static bool AddSets(SearchScene scene, string key, IReadOnlyList<Term> terms, List<string> values, List<Choice> choices)
    {
        string[] Signature(string[] set) => [.. terms.Select(term => scene.Holds(term.Condition, set, scene.Blank) ? "1" : "0")];

        var known = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var queue = new Queue<string[]>();
        void Reach(string[] set)
        {
            if (known.TryAdd(string.Concat(Signature(set)), set))
                queue.Enqueue(set);
        }

        foreach (var value in values)
            Reach([value]);
        while (queue.TryDequeue(out var set) && known.Count < MostSets && scene.Budget.Spend())
        {
            foreach (var value in values.Where(value => !set.Contains(value)))
                Reach([.. set, value]);
        }

        choices.AddRange(known.Values.Where(set => set.Length > 1).Select(set => ChoiceOf(scene, key, set)));
        return known.Count < MostSets && queue.Count == 0;
    }
}
