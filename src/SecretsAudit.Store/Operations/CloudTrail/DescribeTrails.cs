using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>The trails of the region. The store keeps the event history that every account has, and makes no trails, so there are none.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html"/>
internal sealed class DescribeTrails() : Operation<DescribeTrails.Request, DescribeTrails.Response>(AwsService.CloudTrail, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        return new();
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
        public IReadOnlyList<string> TrailList { get; init; } = [];
    }
}
