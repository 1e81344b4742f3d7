using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>When, where and for which service an access key was last used.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html"/>
internal sealed class GetAccessKeyLastUsed() : Operation<GetAccessKeyLastUsed.Request, GetAccessKeyLastUsed.Response>(AwsService.Iam, writes: false)
{
    public override Task PrepareAsync(StoreServices services) => services.Trail.FlushAsync();

    public override Response Handle(Request request, Call call)
    {
        if (call.State.AccessKey(request.AccessKeyId!) is not { } key || call.State.Principal(key.PrincipalArn) is not { } owner || owner.AccountId != call.Account)
        {
            call.AuthorizeAll();
            throw new NoSuchEntityException($"The Access Key with id {request.AccessKeyId} cannot be found.");
        }

        call.Authorize(owner.Arn, call.Account, null, []);
        return new() { UserName = owner.Name, AccessKeyLastUsed = LastUse.OfAccessKey(call, key.AccessKeyId) };
    }

    protected override void Check(Request request, Constraints check) => check.Required(request.AccessKeyId, "accessKeyId").Length(request.AccessKeyId, "accessKeyId", 16, 128).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? AccessKeyId { get; init; }
    }

    internal sealed record Response
    {
        public required string UserName { get; init; }

        public required AccessKeyUse AccessKeyLastUsed { get; init; }
    }
}
