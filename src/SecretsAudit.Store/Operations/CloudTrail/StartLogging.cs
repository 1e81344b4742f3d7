using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>Starts the recording of a trail.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StartLogging.html"/>
internal sealed class StartLogging() : Operation<StartLogging.Request, Nothing>(AwsService.CloudTrail, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var trail = call.RequireTrailAtHome(request.Name!);
        if (!trail.IsLogging)
        {
            call.Changes.Put(trail with { IsLogging = true, Started = call.Now });
        }

        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.Required(request.Name, "name").ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? Name { get; init; }
    }
}
