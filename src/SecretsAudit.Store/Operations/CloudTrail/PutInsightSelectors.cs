using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>Chooses which kinds of unusual activity a trail looks for; the empty list turns it off. The store keeps the choice, and finds none.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutInsightSelectors.html"/>
internal sealed class PutInsightSelectors() : Operation<PutInsightSelectors.Request, InsightSelection>(AwsService.CloudTrail, writes: true)
{
    public override InsightSelection Handle(Request request, Call call)
    {
        if (request.TrailName is null)
        {
            throw new TrailParameterCombinationException("A trail name is required: the store has no event data stores.");
        }

        var trail = call.RequireTrailAtHome(request.TrailName);
        var types = request.InsightSelectors!.Select(selector => selector!.InsightType!).ToList();
        if (types.Distinct(StringComparer.Ordinal).Count() < types.Count)
        {
            throw new InvalidInsightSelectorsException("An insight type can be named only once.");
        }

        var changed = trail with { Insights = [.. types] };
        call.Changes.Put(changed);
        return InsightSelection.Of(changed);
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.InsightSelectors, "insightSelectors")
        .Each(request.InsightSelectors, "insightSelectors", 0, 100, (selector, place) => check
            .Required(selector.InsightType, place + ".insightType")
            .OneOf(selector.InsightType, place + ".insightType", "ApiCallRateInsight", "ApiErrorRateInsight"))
        .ThrowIfBroken();

    internal sealed record Request : IRequest<InsightSelection>
    {
        public string? TrailName { get; init; }

        public IReadOnlyList<InsightSelector?>? InsightSelectors { get; init; }
    }
}
