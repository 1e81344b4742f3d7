using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>An instance profile with its role.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetInstanceProfile.html"/>
internal sealed class GetInstanceProfile() : Operation<GetInstanceProfile.Request, GetInstanceProfile.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        return new() { InstanceProfile = WireInstanceProfile.Of(call, call.RequireProfile(request.InstanceProfileName!)) };
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.InstanceProfileName, "instanceProfileName", 128).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? InstanceProfileName { get; init; }
    }

    internal sealed record Response
    {
        public required WireInstanceProfile InstanceProfile { get; init; }
    }
}
