using SecretsAudit.Iam;
using SecretsAudit.Store.Access;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Makes a symmetric customer key.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html"/>
internal sealed class CreateKey() : Operation<CreateKey.Request, KeyAnswer>(AwsService.Kms, writes: true)
{
    public override KeyAnswer Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        if ((request.KeySpec ?? request.CustomerMasterKeySpec) is not (null or "SYMMETRIC_DEFAULT")
            || request.KeyUsage is not (null or "ENCRYPT_DECRYPT") || request.Origin is not (null or "AWS_KMS"))
        {
            throw new UnsupportedKmsOperationException("This store makes symmetric encryption keys with KMS's own material only.");
        }

        if (request.Policy is { } given && ResourcePolicies.Problem(given, PolicyKind.Key) is { } problem)
        {
            throw new KmsMalformedPolicyDocumentException(problem);
        }

        var key = call.NewKey(call.Account, call.Region, request.Policy ?? KeyPolicies.Default(call.Account)) with
        {
            Description = request.Description ?? "",
            MultiRegion = request.MultiRegion ?? false,
            Tags = KmsTag.Read(request.Tags),
        };
        call.Changes.Put(key);
        call.Touch(KeyAccess.ResourceType, key.Arn);
        return new() { KeyMetadata = KeyMetadata.Of(key) };
    }

    protected override void Check(Request request, Constraints check) => check
        .Length(request.Policy, "policy", 1, 131072).Length(request.Description, "description", 0, 8192)
        .Each(request.Tags, "tags", 0, 1000, (tag, place) => check
            .Required(tag.TagKey, place + ".tagKey").Length(tag.TagKey, place + ".tagKey", 1, 128)
            .Required(tag.TagValue, place + ".tagValue").Length(tag.TagValue, place + ".tagValue", 0, 256))
        .ThrowIfBroken();

    internal sealed record Request : IRequest<KeyAnswer>
    {
        public string? Policy { get; init; }

        public string? Description { get; init; }

        public string? KeyUsage { get; init; }

        public string? CustomerMasterKeySpec { get; init; }

        public string? KeySpec { get; init; }

        public string? Origin { get; init; }

        public bool? BypassPolicyLockoutSafetyCheck { get; init; }

        public IReadOnlyList<KmsTag?>? Tags { get; init; }

        public bool? MultiRegion { get; init; }
    }
}
