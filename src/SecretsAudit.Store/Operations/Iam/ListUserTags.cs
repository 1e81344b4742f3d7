using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>The tags of a user.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserTags.html"/>
internal sealed class ListUserTags() : Operation<ListUserTags.Request, ListUserTags.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var user = call.RequireEntity(PrincipalKind.User, request.UserName!);
        return new() { Tags = [.. user.Tags.Select(tag => new SecretsManager.WireTag { Key = tag.Key, Value = tag.Value })], IsTruncated = false };
    }

    protected override void Check(Request request, Constraints check) => check.EntityName(request.UserName, "userName", 128).IamPaging(request.Marker, request.MaxItems).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? UserName { get; init; }

        public string? Marker { get; init; }

        public int? MaxItems { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<SecretsManager.WireTag> Tags { get; init; }

        public required bool IsTruncated { get; init; }
    }
}
