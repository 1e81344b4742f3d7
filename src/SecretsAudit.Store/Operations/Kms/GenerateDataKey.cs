using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>A new data key, plain and under a key.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKey.html"/>
internal sealed class GenerateDataKey() : Operation<GenerateDataKey.Request, GenerateDataKey.Response>(AwsService.Kms, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var length = DataKeys.Length(request.NumberOfBytes, request.KeySpec);
        var context = KmsRules.Context(request.EncryptionContext);
        var key = DataKeys.RequireWrapping(call, request.KeyId!, context, request.GrantTokens, request.DryRun);
        var (plain, wrapped) = DataKeys.New(call, key, length, context);
        return new() { CiphertextBlob = wrapped, Plaintext = plain, KeyId = key.Arn, KeyMaterialId = key.MaterialId() };
    }

    protected override void Check(Request request, Constraints check) =>
        check.DataKey(request.KeyId, request.NumberOfBytes, request.KeySpec, request.GrantTokens).NoRecipient(request.Recipient).ThrowIfBroken();

    protected override Request WithoutValues(Request request) => request with { GrantTokens = null };

    internal sealed record Request : IRequest<Response>
    {
        public string? KeyId { get; init; }

        public IReadOnlyDictionary<string, string?>? EncryptionContext { get; init; }

        public int? NumberOfBytes { get; init; }

        public string? KeySpec { get; init; }

        public IReadOnlyList<string?>? GrantTokens { get; init; }

        public bool? DryRun { get; init; }

        public System.Text.Json.JsonElement? Recipient { get; init; }
    }

    internal sealed record Response
    {
        public required byte[] CiphertextBlob { get; init; }

        public required byte[] Plaintext { get; init; }

        public required string KeyId { get; init; }

        public required string KeyMaterialId { get; init; }
    }
}
