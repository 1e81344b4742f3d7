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
        KmsRules.RequireAliasPrefix(name);
        if (name.StartsWith("alias/aws/", StringComparison.Ordinal))
        {
            throw new NotAuthorizedException();
        }

        var target = request.TargetKeyId!;
        if (KeyId.Parse(target, call.Account, call.Region) is { IsAlias: true })
        {
            throw new ValidationException("Aliases must refer to keys. Not aliases");
        }

        if (name.Contains(':', StringComparison.Ordinal))
        {
            throw new ValidationException($"{name} contains invalid characters for an alias");
        }

        var arn = Arn.Alias(call.Region, call.Account, name);
        call.Authorize(arn, call.Account, null, []);
        var key = call.RequireCustomerKey(target);
        key.RequireNotPendingDeletion();
        if (call.State.Alias(call.Account, call.Region, name) is not null)
        {
            throw new AlreadyExistsException($"An alias with the name {arn} already exists");
        }

        call.Changes.Put(new KmsAlias { Account = call.Account, Region = call.Region, AliasName = name, TargetKeyId = key.KeyId, Created = call.Now });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .AliasName(request.AliasName).Key(request.TargetKeyId, "targetKeyId")
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? AliasName { get; init; }

        public string? TargetKeyId { get; init; }
    }
}
