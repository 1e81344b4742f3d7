using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Adds a group of users.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateGroup.html"/>
internal sealed class CreateGroup() : Operation<CreateGroup.Request, CreateGroup.Response>(AwsService.Iam, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        var group = call.NewGroup(request.GroupName!, request.Path);
        call.Changes.Put(group);
        return new() { Group = WireGroup.Of(group) };
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.GroupName, "groupName", 128).EntityPath(request.Path).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? GroupName { get; init; }

        public string? Path { get; init; }
    }

    internal sealed record Response
    {
        public required WireGroup Group { get; init; }
    }
}
