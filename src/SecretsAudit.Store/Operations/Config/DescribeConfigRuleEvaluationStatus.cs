using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Whether rules are run, and when they last were: a managed rule for secrets runs when it is asked.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConfigRuleEvaluationStatus.html"/>
internal sealed class DescribeConfigRuleEvaluationStatus()
    : Operation<DescribeConfigRuleEvaluationStatus.Request, DescribeConfigRuleEvaluationStatus.Response>(AwsService.Config, writes: false)
{
    private const int DefaultLimit = 50;

    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var (page, next) = ConfigPage.Of(RuleSet.Named(call, request.ConfigRuleNames), rule => rule.Name, request.NextToken, ConfigPage.Size(request.Limit, DefaultLimit, DefaultLimit));
        return new() { ConfigRulesEvaluationStatus = [.. page.Select(rule => EvaluationStatus.Of(rule, call.Now))], NextToken = next };
    }

    protected override void Check(Request request, Constraints check) => check
        .Each(request.ConfigRuleNames, "configRuleNames", 0, 25, (name, place) => check.Length(name, place, 1, 128))
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyList<string?>? ConfigRuleNames { get; init; }

        public int? Limit { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<EvaluationStatus> ConfigRulesEvaluationStatus { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record EvaluationStatus
    {
        public required string ConfigRuleName { get; init; }

        public string? ConfigRuleArn { get; init; }

        public string? ConfigRuleId { get; init; }

        public DateTimeOffset? LastSuccessfulInvocationTime { get; init; }

        public DateTimeOffset? LastSuccessfulEvaluationTime { get; init; }

        public required bool FirstEvaluationStarted { get; init; }

        public static EvaluationStatus Of(ActiveRule rule, DateTimeOffset now) => new()
        {
            ConfigRuleName = rule.Name,
            ConfigRuleArn = rule.Settings?.Arn,
            ConfigRuleId = rule.Settings?.RuleId,
            LastSuccessfulInvocationTime = rule.Managed is null ? null : now,
            LastSuccessfulEvaluationTime = rule.Managed is null ? null : now,
            FirstEvaluationStarted = rule.Managed is not null,
        };
    }
}
