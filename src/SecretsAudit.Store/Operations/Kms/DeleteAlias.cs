using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Removes a key's name; the key stays.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_DeleteAlias.html"/>
internal sealed class DeleteAlias() : Operation<DeleteAlias.Request, Nothing>(AwsService.Kms, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        KmsRules.RequireAliasPrefix(request.AliasName!);
        var alias = KmsRules.RequireAlias(call, request.AliasName!);
        if (alias.AliasName.StartsWith("alias/aws/", StringComparison.Ordinal))
        {
            throw new NotAuthorizedException();
        }

        if (call.State.Key(alias.Account, alias.Region, alias.TargetKeyId) is { } key)
        {
            call.AuthorizeKey(key, new() { Operation = Action });
            call.Touch(KeyAccess.ResourceType, key.Arn);
        }

        call.Changes.Delete(alias.Id);
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check.AliasName(request.AliasName).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? AliasName { get; init; }
    }
}
