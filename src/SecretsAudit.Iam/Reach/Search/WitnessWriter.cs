namespace SecretsAudit.Iam.Reach.Search;

/// <summary>Makes a request of the choices, leaves out what does not matter, has it confirmed and puts it into words.</summary>
internal sealed class WitnessWriter(SearchScene scene, IReadOnlyList<RequestPart> parts, PolicyStatement allow)
{
    private static readonly PolicyDocument Everything =
        PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""", PolicyKind.Identity).Document!;

    /// <summary>The witness; null when the evaluator does not confirm it.</summary>
    public ReachWitness? Write(IReadOnlyList<Choice> choices)
    {
        var picked = choices.ToArray();
        if (!IsAllowed(RequestOf(picked)))
            return null;

        var matters = new List<int>();
        for (var i = 0; i < picked.Length; i++)
        {
            if (Matters(picked, i))
                matters.Add(i);
        }

        var plain = WithoutIdleKeys(picked, matters);
        if (!IsAllowed(plain))
            plain = RequestOf(picked);
        var keys = matters.SelectMany(part => picked[part].Keys)
            .Where(pair => scene.Terms.Of(pair.Key).Count > 0).OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase).ToList();
        var callerMatters = matters.Exists(part => picked[part].Principal is not null);
        var words = new WitnessWords(scene, plain, keys, callerMatters);
        return new ReachWitness
        {
            Request = plain,
            Statement = allow,
            Kind = words.Kind,
            Words = words.Sentence(),
            Assumptions = words.Assumptions(),
            Keys = [.. keys.Select(pair => pair.Key)],
        };
    }

    /// <summary>Whether the policy itself lets the request in, and nothing refuses it when the caller's own account lets it do all.</summary>
    private bool IsAllowed(AccessRequest request) =>
        scene.Terms.Policy.Statements.Any(statement => statement.Effect == PolicyEffect.Allow && statement.Matches(request))
        && PolicyEvaluator.Decide(request, new PolicySet { Resource = scene.Terms.Policy, Identity = [Everything] }).IsAllowed;

    // A part matters when another choice there would be refused.
    private bool Matters(Choice[] picked, int part)
    {
        StatementSet? rest = null;
        for (var i = 0; i < picked.Length; i++)
        {
            if (i != part)
                rest = rest?.And(picked[i].Holds) ?? picked[i].Holds;
        }

        var denies = scene.Terms.Denies;
        return parts[part].Choices.Any(choice =>
        {
            var held = rest?.And(choice.Holds) ?? choice.Holds;
            return !held.And(denies).IsEmpty || held.IsEmpty;
        });
    }

    private AccessRequest WithoutIdleKeys(Choice[] picked, List<int> matters)
    {
        var idle = picked.Select((choice, index) => matters.Contains(index) || choice.Keys.Count == 0 ? choice : choice with { Keys = [] });
        return RequestOf([.. idle]);
    }

    private AccessRequest RequestOf(IReadOnlyList<Choice> choices)
    {
        var context = scene.Fixed.Copy();
        foreach (var (key, values) in choices.SelectMany(choice => choice.Keys))
        {
            if (values is not null)
                context.Add(key, values);
        }

        return new AccessRequest(
            choices.First(choice => choice.Principal is not null).Principal!,
            choices.First(choice => choice.Action is not null).Action!,
            choices.First(choice => choice.Resource is not null).Resource!,
            context,
            scene.Resource.Account);
    }
}
