using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Changes what a customer key's owner wrote about it.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateKeyDescription.html"/>
internal sealed class UpdateKeyDescription() : Operation<UpdateKeyDescription.Request, Nothing>(AwsService.Kms, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        var key = call.RequireCustomerKey(request.KeyId!);
        key.RequireNotPendingDeletion();
        call.Changes.Put(key with { Description = request.Description! });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Key(request.KeyId).Required(request.Description, "description").Length(request.Description, "description", 0, 8192)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public string? KeyId { get; init; }

        public string? Description { get; init; }
    }
}
