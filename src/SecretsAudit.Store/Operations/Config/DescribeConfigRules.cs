using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>The rules that were set up, in pages.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConfigRules.html"/>
internal sealed class DescribeConfigRules() : Operation<DescribeConfigRules.Request, DescribeConfigRules.Response>(AwsService.Config, writes: false)
{
    private const int PageSize = 25;

    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var names = request.ConfigRuleNames is { Count: > 0 } given ? given.Select(name => RuleSet.Require(call, name!).Name).ToHashSet(StringComparer.Ordinal) : null;
        var (page, next) = ConfigPage.Of(
            RuleSet.Stored(call).Where(rule => names?.Contains(rule.Name) ?? true), rule => rule.Name, request.NextToken, PageSize);
        return new() { ConfigRules = [.. page.Select(WireConfigRule.Of)], NextToken = next };
    }

    protected override void Check(Request request, Constraints check) => check
        .Each(request.ConfigRuleNames, "configRuleNames", 0, 25, (name, place) => check.Length(name, place, 1, 128))
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyList<string?>? ConfigRuleNames { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<WireConfigRule> ConfigRules { get; init; }

        public string? NextToken { get; init; }
    }
}
