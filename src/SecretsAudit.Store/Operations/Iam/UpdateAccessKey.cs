using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Turns an access key off or on.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccessKey.html"/>
internal sealed class UpdateAccessKey() : Operation<UpdateAccessKey.Request, Nothing>(AwsService.Iam, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var key = AccessKeys.Require(call, call.RequireUserOrSelf(request.UserName), request.AccessKeyId!);
        call.Changes.Put(key with { IsActive = request.Status == "Active" });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.Length(request.UserName, "userName", 1, 128).Required(request.AccessKeyId, "accessKeyId").Length(request.AccessKeyId, "accessKeyId", 16, 128)
        .Required(request.Status, "status").OneOf(request.Status, "status", "Active", "Inactive").ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? UserName { get; init; }

        public string? AccessKeyId { get; init; }

        public string? Status { get; init; }
    }
}
