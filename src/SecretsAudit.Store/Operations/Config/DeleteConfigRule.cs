using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Deletes a rule with what was told under it.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DeleteConfigRule.html"/>
internal sealed class DeleteConfigRule() : Operation<DeleteConfigRule.Request, Nothing>(AwsService.Config, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var rule = RuleSet.Require(call, request.ConfigRuleName!);
        call.Changes.Delete(rule.Id);
        foreach (var evaluation in call.Services.State.Shelf(RowKind.ConfigEvaluation, call.Account, call.Region).From(rule.Name + "\n")
            .Cast<ConfigEvaluation>().TakeWhile(evaluation => evaluation.RuleName == rule.Name))
        {
            call.Changes.Delete(evaluation.Id);
        }

        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ConfigRuleName, "configRuleName").Length(request.ConfigRuleName, "configRuleName", 1, 128)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? ConfigRuleName { get; init; }
    }
}
