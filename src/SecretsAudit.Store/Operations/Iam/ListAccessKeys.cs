using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>A user's access keys, without their secrets.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html"/>
internal sealed class ListAccessKeys() : Operation<ListAccessKeys.Request, ListAccessKeys.Response>(AwsService.Iam, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var user = call.RequireUserOrSelf(request.UserName);
        return new() { AccessKeyMetadata = [.. AccessKeys.Of(call, user).Select(key => Iam.AccessKeyMetadata.Of(user, key))], IsTruncated = false };
    }

    protected override void Check(Request request, Constraints check) => check.Length(request.UserName, "userName", 1, 128).IamPaging(request.Marker, request.MaxItems).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? UserName { get; init; }

        public string? Marker { get; init; }

        public int? MaxItems { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<AccessKeyMetadata> AccessKeyMetadata { get; init; }

        public required bool IsTruncated { get; init; }
    }
}
