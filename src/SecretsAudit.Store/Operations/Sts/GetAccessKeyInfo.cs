using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Sts;

/// <summary>Which account an access key belongs to.</summary>
/// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html"/>
internal sealed class GetAccessKeyInfo() : Operation<GetAccessKeyInfo.Request, GetAccessKeyInfo.Response>(AwsService.Sts, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        return call.State.AccessKey(request.AccessKeyId!) is { } key && key.PrincipalArn.Split(':') is [_, _, _, _, var account, ..]
            ? new() { Account = account }
            : throw new ValidationException("The AWS account ID could not be found for this access key.");
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.AccessKeyId, "accessKeyId").Length(request.AccessKeyId, "accessKeyId", 16, 128)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? AccessKeyId { get; init; }
    }

    internal sealed record Response
    {
        public required string Account { get; init; }
    }
}
