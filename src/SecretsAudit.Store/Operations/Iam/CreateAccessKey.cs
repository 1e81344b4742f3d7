using SecretsAudit.Store.Accounts;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Makes an access key; its secret is answered this once.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html"/>
internal sealed class CreateAccessKey() : Operation<CreateAccessKey.Request, CreateAccessKey.Response>(AwsService.Iam, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        var user = call.RequireUserOrSelf(request.UserName);
        if (AccessKeys.Of(call, user).Count() >= AccessKeys.Limit)
        {
            throw new IamLimitExceededException($"Cannot exceed quota for AccessKeysPerUser: {AccessKeys.Limit}");
        }

        var id = call.Identifiers.Unique("AKIA")[..20];
        var secret = Identifiers.SecretAccessKey();
        call.Changes.Put(new AccessKey { AccessKeyId = id, PrincipalArn = user.Arn, SealedSecret = call.Envelope.SealCredential(id, secret), Created = call.Now });
        return new() { AccessKey = new() { UserName = user.Name, AccessKeyId = id, Status = "Active", SecretAccessKey = secret, CreateDate = call.Now } };
    }

    protected override void Check(Request request, Constraints check) => check.Length(request.UserName, "userName", 1, 128).ThrowIfBroken();

    protected override Response WithoutValues(Response response) => response with { AccessKey = response.AccessKey with { SecretAccessKey = null } };

    internal sealed record Request : IRequest<Response>
    {
        public string? UserName { get; init; }
    }

    internal sealed record Response
    {
        public required NewAccessKey AccessKey { get; init; }
    }
}
