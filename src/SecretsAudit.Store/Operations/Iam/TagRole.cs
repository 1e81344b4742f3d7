using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Adds tags to a role.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagRole.html"/>
internal sealed class TagRole() : Operation<TagRole.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var role = call.RequireEntity(PrincipalKind.Role, request.RoleName!);
        call.Changes.Put(new PrincipalRow(role with { Tags = IamRules.Merge(role.Tags, request.Tags) }));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.RoleName, "roleName", 64).Required(request.Tags, "tags").IamTags(request.Tags).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? RoleName { get; init; }

        public IReadOnlyList<SecretsManager.WireTag?>? Tags { get; init; }
    }
}
