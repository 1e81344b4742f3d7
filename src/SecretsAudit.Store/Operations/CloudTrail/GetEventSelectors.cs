using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>Which events a trail records.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetEventSelectors.html"/>
internal sealed class GetEventSelectors() : Operation<GetEventSelectors.Request, EventSelection>(AwsService.CloudTrail, writes: false)
{
    public override EventSelection Handle(Request request, Call call) => EventSelection.Of(call.RequireTrail(request.TrailName!));

    protected override void Check(Request request, Constraints check) => check.Required(request.TrailName, "trailName").ThrowIfBroken();

    internal sealed record Request : IRequest<EventSelection>
    {
        public string? TrailName { get; init; }
    }
}
