using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>Deletes a trail; the event history stays.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DeleteTrail.html"/>
internal sealed class DeleteTrail() : Operation<DeleteTrail.Request, Nothing>(AwsService.CloudTrail, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.Changes.Delete(call.RequireTrailAtHome(request.Name!).Id);
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.Required(request.Name, "name").ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? Name { get; init; }
    }
}
