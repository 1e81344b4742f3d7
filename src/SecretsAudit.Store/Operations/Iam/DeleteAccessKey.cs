using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Deletes an access key; calls signed with it are refused from now on.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccessKey.html"/>
internal sealed class DeleteAccessKey() : Operation<DeleteAccessKey.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var key = AccessKeys.Require(call, call.RequireUserOrSelf(request.UserName), request.AccessKeyId!);
        call.Changes.Delete(key.Id);
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.Length(request.UserName, "userName", 1, 128).Required(request.AccessKeyId, "accessKeyId").Length(request.AccessKeyId, "accessKeyId", 16, 128).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? UserName { get; init; }

        public string? AccessKeyId { get; init; }
    }
}
