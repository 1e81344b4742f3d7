using SecretsAudit.Iam.Reach.Languages;

namespace SecretsAudit.Iam.Reach.Search;

/// <summary>The services between the caller and the resource that call with the caller's credentials: none, one, or two in a row.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html"/>
internal static class ViaPart
{
    private const int MostServices = 12;
    private static readonly string[] Keys = ["aws:ViaAWSService", "aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast"];

    public static RequestPart Build(SearchScene scene)
    {
        var terms = scene.Terms.Of(Keys).ToList();
        if (terms.Count == 0)
            return RequestPart.Of("via", [ChoiceOf(scene, null, null)], true);

        var atoms = new ValueAtoms(scene.Terms.Of(Keys.Skip(1)), scene);
        List<string> services =
        [
            .. atoms.Literals,
            .. LanguageClasses.Representatives([[Slot.One(CharacterSet.Name), Slot.Run(CharacterSet.Name)]], atoms.Patterns, atoms.Literals, scene.Budget),
        ];
        var used = services.Take(MostServices).ToList();
        var chains = new List<string[]?> { null };
        if (scene.Caller == SceneCaller.Account)
        {
            chains.AddRange(used.Select(service => (string[])[service]));
            chains.AddRange(used.SelectMany(first => used.Select(last => (string[])[first, last])));
        }

        IEnumerable<Choice> choices = [ChoiceOf(scene, "false", null), .. scene.Caller == SceneCaller.Account ? chains.Select(chain => ChoiceOf(scene, "true", chain)) : []];
        return RequestPart.Of("via", choices, services.Count <= MostServices && atoms.IsTextOnly && scene.Terms.Of(Keys[1]).Count <= 2);
    }

    private static Choice ChoiceOf(SearchScene scene, string? via, string[]? chain)
    {
        string[]? ValuesOf(string key) => key.ToUpperInvariant() switch
        {
            "AWS:VIAAWSSERVICE" => via is null ? null : [via],
            "AWS:CALLEDVIA" => chain,
            "AWS:CALLEDVIAFIRST" => chain is null ? null : [chain[0]],
            _ => chain is null ? null : [chain[^1]],
        };
        return new Choice { Holds = scene.Holding(Keys, ValuesOf, scene.Blank), Keys = [.. Keys.Select(key => KeyValuePair.Create(key, ValuesOf(key)))] };
    }
}
