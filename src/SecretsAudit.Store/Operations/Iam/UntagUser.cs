using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Removes tags from a user.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagUser.html"/>
internal sealed class UntagUser() : Operation<UntagUser.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var user = call.RequireEntity(PrincipalKind.User, request.UserName!);
        call.Changes.Put(new PrincipalRow(user with { Tags = user.Tags.RemoveRange(request.TagKeys!.Select(key => key!)) }));
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.UserName, "userName", 128).Required(request.TagKeys, "tagKeys").Each(request.TagKeys, "tagKeys", 0, 50, (key, place) => check.Length(key, place, 1, 128)).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? UserName { get; init; }

        public IReadOnlyList<string?>? TagKeys { get; init; }
    }
}
