using System.Text.Json.Serialization;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>The trails that record in the region, or those named.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html"/>
internal sealed class DescribeTrails() : Operation<DescribeTrails.Request, DescribeTrails.Response>(AwsService.CloudTrail, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();

        // Names and ARNs that mean no trail are left out of the answer.
        var trails = request.TrailNameList is { Count: > 0 } names
            ? names.Select(name => call.FindTrail(name!)).OfType<TrailSettings>().DistinctBy(trail => trail.Name)
            : call.TrailsHere().Where(trail => request.IncludeShadowTrails is not false || trail.HomeRegion == call.Region);
        return new() { TrailList = [.. trails.Select(WireTrail.Of)] };
    }

    protected override void Check(Request request, Constraints check) => check.Strings(request.TrailNameList, "trailNameList", 0, 100, 1, 256).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        [JsonPropertyName("trailNameList")]
        public IReadOnlyList<string?>? TrailNameList { get; init; }

        [JsonPropertyName("includeShadowTrails")]
        public bool? IncludeShadowTrails { get; init; }
    }

    internal sealed record Response
    {
        [JsonPropertyName("trailList")]
        public required IReadOnlyList<WireTrail> TrailList { get; init; }
    }
}
