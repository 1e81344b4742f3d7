using SecretsAudit.Iam.Reach.Languages;

namespace SecretsAudit.Iam.Reach.Search;

/// <summary>Who can call, as far as the policy tells callers apart.</summary>
internal sealed class CallerPart(SearchScene scene)
{
    private static readonly string[] Keys =
    [
        "aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalType", "aws:PrincipalIsAWSService", "aws:PrincipalServiceName",
        "aws:PrincipalServiceNamesList", "aws:userid", "aws:username", "kms:CallerAccount",
    ];

    private static readonly string[] NotDerived = ["kms:CallerAccount", "aws:PrincipalServiceNamesList"];

    // Some service that a policy has not named.
    private static readonly string[] SomeServices =
        ["events.amazonaws.com", "s3.amazonaws.com", "cloudtrail.amazonaws.com", "config.amazonaws.com", "logs.amazonaws.com", "sns.amazonaws.com"];

    public RequestPart Build(bool keepAll)
    {
        var choices = Principals().Select(ChoiceOf).ToList();
        var isComplete = !scene.Budget.IsSpent && new ValueAtoms(scene.Terms.Of(Keys), scene).IsTextOnly;
        return keepAll ? new("caller", choices, isComplete) : RequestPart.Of("caller", choices, isComplete);
    }

    /// <summary>The part with one caller.</summary>
    public RequestPart Only(Principal principal) => new("caller", [ChoiceOf(principal)], true);

    private Choice ChoiceOf(Principal principal)
    {
        var context = new RequestContext();
        foreach (var (key, values) in scene.Fixed)
            context.Add(key, [.. values]);
        if (principal.Account is { } account)
            context.Add("kms:CallerAccount", account);
        if (principal.Kind == PrincipalKind.Service)
            context.Add("aws:PrincipalServiceNamesList", principal.Arn);
        var request = new AccessRequest(principal, "x:y", scene.Resource.AnyArn, context, scene.Resource.Account);
        var conditions = scene.Terms.Holding(scene.Terms.Of(Keys), condition => scene.Holds(condition, request.Context.Find(condition.Key), request, callerIsKnown: true));
        return new Choice
        {
            Holds = conditions.And(scene.Terms.Holding(statement => statement.LinkTo(principal) != PrincipalLink.None)),
            Principal = principal,
            // What follows from the principal is known to the request by itself, but for these.
            Keys = [.. NotDerived
                .Where(key => request.Context.Contains(key) && scene.Terms.Of(key).Count > 0)
                .Select(key => KeyValuePair.Create(key, request.Context.Find(key)))],
        };
    }

    private IEnumerable<Principal> Principals()
    {
        var named = scene.Terms.Named;
        switch (scene.Caller)
        {
            case SceneCaller.Anonymous:
                return [Principal.Anonymous];
            case SceneCaller.Federated:
                return scene.Terms.Policy.Statements.SelectMany(statement => statement.Principals)
                    .Where(entry => entry.Kind == PolicyPrincipalKind.Federated && IdentityProvider.IsOpenToAll(entry.Value))
                    .Select(entry => Principal.Federated(entry.Value)).Distinct();
            case SceneCaller.Service:
                var fresh = SomeServices.First(name => !named.Services.Contains(name) || name == SomeServices[^1]);
                var mentioned = scene.Terms.Of(["aws:PrincipalServiceName", "aws:PrincipalServiceNamesList"]).SelectMany(term => term.Condition.Values)
                    .Where(value => value.EndsWith(".amazonaws.com", StringComparison.Ordinal) && !value.AsSpan().ContainsAny('*', '?', '$'));
                var own = scene.Options.Outsiders == Outsiders.AnyoneOutsideAndServices ? named.Services : (IEnumerable<string>)[];
                return mentioned.Where(name => !named.Services.Contains(name)).Prepend(fresh).Concat(own).Distinct().Select(Principal.Service);
            default:
                return new AccountCallers(scene).Principals();
        }
    }
}
