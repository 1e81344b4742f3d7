using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Points an alias to another key of the same kind.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateAlias.html"/>
internal sealed class UpdateAlias() : Operation<UpdateAlias.Request, Nothing>(AwsService.Kms, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        KmsRules.RequireAliasPrefix(request.AliasName!);
        var alias = KmsRules.RequireAlias(call, request.AliasName!);
        var next = call.RequireCustomerKey(request.TargetKeyId!);
        next.RequireNotPendingDeletion();
        if (call.State.Key(alias.Account, alias.Region, alias.TargetKeyId) is { } present
            && (present.KeyUsage != next.KeyUsage || present.IsSymmetric != next.IsSymmetric))
        {
            throw new ValidationException($"Alias {alias.AliasName} cannot be changed from a key of usage {present.KeyUsage} and spec {present.KeySpec} to one of usage {next.KeyUsage} and spec {next.KeySpec}.");
        }

        call.Changes.Put(alias with { TargetKeyId = next.KeyId, Updated = call.Now });
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
