using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Names a key.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html"/>
internal sealed class CreateAlias() : Operation<CreateAlias.Request, Nothing>(AwsService.Kms, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var name = request.AliasName!;
        if (!name.StartsWith("alias/", StringComparison.Ordinal))
        {
            throw new ValidationException(
                "Alias must start with the prefix \"alias/\". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html");
        }

        if (name.StartsWith("alias/aws/", StringComparison.Ordinal))
        {
            throw new InvalidAliasNameException("Alias names that begin with alias/aws/ are reserved for AWS managed keys.");
        }

        var arn = Arn.Alias(call.Region, call.Account, name);
        call.Authorize(arn, call.Account, null, []);
        var key = call.RequireCustomerKey(request.TargetKeyId!);
        if (call.State.Alias(call.Account, call.Region, name) is not null)
        {
            throw new AlreadyExistsException($"An alias with the name {arn} already exists");
        }

        call.Changes.Put(new KmsAlias { Account = call.Account, Region = call.Region, AliasName = name, TargetKeyId = key.KeyId, Created = call.Now });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.AliasName, "aliasName").Length(request.AliasName, "aliasName", 1, 256)
        .Pattern(request.AliasName, "aliasName", text => text.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '/' or '_' or '-'), "^[a-zA-Z0-9:/_-]+$")
        .Required(request.TargetKeyId, "targetKeyId").Length(request.TargetKeyId, "targetKeyId", 1, 2048)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? AliasName { get; init; }

        public string? TargetKeyId { get; init; }
    }
}
