using System.Text.Json.Serialization;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>The trails that record in the region, by name; an account has few, so they all fit in one page.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_ListTrails.html"/>
internal sealed class ListTrails() : Operation<ListTrails.Request, ListTrails.Response>(AwsService.CloudTrail, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        return request.NextToken is null
            ? new() { Trails = [.. call.TrailsHere().Select(Entry.Of)] }
            : throw new TrailInvalidNextTokenException();
    }

    protected override void Check(Request request, Constraints check) => check.ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<Entry> Trails { get; init; }
    }

    internal sealed record Entry
    {
        [JsonPropertyName("TrailARN")]
        public required string TrailArn { get; init; }

        public required string Name { get; init; }

        public required string HomeRegion { get; init; }

        public static Entry Of(TrailSettings trail) => new() { TrailArn = trail.Arn, Name = trail.TrailName, HomeRegion = trail.HomeRegion };
    }
}
