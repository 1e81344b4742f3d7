using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Runs rules on demand. Managed rules judge whenever they are asked, so that nothing is left to do once they are known to be there.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_StartConfigRulesEvaluation.html"/>
internal sealed class StartConfigRulesEvaluation() : Operation<StartConfigRulesEvaluation.Request, Nothing>(AwsService.Config, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        RuleSet.Named(call, request.ConfigRuleNames);
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Each(request.ConfigRuleNames, "configRuleNames", 1, 25, (name, place) => check.Length(name, place, 1, 128))
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public IReadOnlyList<string?>? ConfigRuleNames { get; init; }
    }
}
