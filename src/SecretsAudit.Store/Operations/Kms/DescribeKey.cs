using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>A key's metadata.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html"/>
internal sealed class DescribeKey() : Operation<DescribeKey.Request, KeyAnswer>(AwsService.Kms, writes: false)
{
    public override KeyAnswer Handle(Request request, Call call)
    {
        return new() { KeyMetadata = KeyMetadata.Of(call.RequireKey(request.KeyId!)) };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.KeyId, "keyId").Length(request.KeyId, "keyId", 1, 2048)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<KeyAnswer>
    {
        public string? KeyId { get; init; }
    }
}
