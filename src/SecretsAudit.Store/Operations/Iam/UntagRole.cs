using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Removes tags from a role.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagRole.html"/>
internal sealed class UntagRole() : Operation<UntagRole.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var role = call.RequireEntity(PrincipalKind.Role, request.RoleName!);
        call.Changes.Put(new PrincipalRow(role with { Tags = role.Tags.RemoveRange(request.TagKeys!.Select(key => key!)) }));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.RoleName, "roleName", 64).Required(request.TagKeys, "tagKeys").Each(request.TagKeys, "tagKeys", 0, 50, (key, place) => check.Length(key, place, 1, 128)).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? RoleName { get; init; }

        public IReadOnlyList<string?>? TagKeys { get; init; }
    }
}
