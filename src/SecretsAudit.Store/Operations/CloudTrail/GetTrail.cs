using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>One trail's settings.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrail.html"/>
internal sealed class GetTrail() : Operation<GetTrail.Request, GetTrail.Response>(AwsService.CloudTrail, writes: false)
{
    public override Response Handle(Request request, Call call) => new() { Trail = WireTrail.Of(call.RequireTrail(request.Name!, namedByArn: false)) };

    protected override void Check(Request request, Constraints check) => check.Required(request.Name, "name").ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? Name { get; init; }
    }

    internal sealed record Response
    {
        public required WireTrail Trail { get; init; }
    }
}
