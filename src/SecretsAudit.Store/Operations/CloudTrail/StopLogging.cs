using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>Stops the recording of a trail, which then records nothing until it is started again.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StopLogging.html"/>
internal sealed class StopLogging() : Operation<StopLogging.Request, Nothing>(AwsService.CloudTrail, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.Changes.Put(call.RequireTrailAtHome(request.Name!) with { IsLogging = false, Stopped = call.Now });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.Required(request.Name, "name").ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? Name { get; init; }
    }
}
