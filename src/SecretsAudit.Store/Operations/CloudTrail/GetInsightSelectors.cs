using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>Which kinds of unusual activity a trail looks for.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetInsightSelectors.html"/>
internal sealed class GetInsightSelectors() : Operation<GetInsightSelectors.Request, InsightSelection>(AwsService.CloudTrail, writes: false)
{
    public override InsightSelection Handle(Request request, Call call)
    {
        if (request.TrailName is null)
        {
            throw new TrailParameterCombinationException("A trail name is required: the store has no event data stores.");
        }

        var trail = call.RequireTrail(request.TrailName);
        return trail.Insights.Length > 0 ? InsightSelection.Of(trail) : throw new InsightNotEnabledException(trail.Arn);
    }

    protected override void Check(Request request, Constraints check) => check.ThrowIfBroken();

    internal sealed record Request : IRequest<InsightSelection>
    {
        public string? TrailName { get; init; }
    }
}
