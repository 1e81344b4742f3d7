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
        if (rule.PackName is not null)
        {
            throw RuleSet.IsAPacks(rule);
        }

        RuleSet.Remove(call, rule);
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
