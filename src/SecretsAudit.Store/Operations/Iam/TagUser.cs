using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Adds tags to a user.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagUser.html"/>
internal sealed class TagUser() : Operation<TagUser.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var user = call.RequireEntity(PrincipalKind.User, request.UserName!);
        call.Changes.Put(new PrincipalRow(user with { Tags = IamRules.Merge(user.Tags, request.Tags) }));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.UserName, "userName", 128).Required(request.Tags, "tags").IamTags(request.Tags).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? UserName { get; init; }

        public IReadOnlyList<SecretsManager.WireTag?>? Tags { get; init; }
    }
}
