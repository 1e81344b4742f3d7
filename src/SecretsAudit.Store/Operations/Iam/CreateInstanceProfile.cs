using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Adds an instance profile, through which a machine gets a role.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateInstanceProfile.html"/>
internal sealed class CreateInstanceProfile() : Operation<CreateInstanceProfile.Request, CreateInstanceProfile.Response>(AwsService.Iam, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        var profile = call.NewProfile(request.InstanceProfileName!, request.Path, request.Tags);
        call.Changes.Put(profile);
        return new() { InstanceProfile = WireInstanceProfile.Of(call, profile) };
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.InstanceProfileName, "instanceProfileName", 128).EntityPath(request.Path).IamTags(request.Tags).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? InstanceProfileName { get; init; }

        public string? Path { get; init; }

        public IReadOnlyList<SecretsManager.WireTag?>? Tags { get; init; }
    }

    internal sealed record Response
    {
        public required WireInstanceProfile InstanceProfile { get; init; }
    }
}
