using SecretsAudit.Iam;
using SecretsAudit.Store.Access;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Makes a customer key: symmetric, RSA, elliptic curve or HMAC.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html"/>
internal sealed class CreateKey() : Operation<CreateKey.Request, KeyAnswer>(AwsService.Kms, writes: true)
{
    public override KeyAnswer Handle(Request request, Call call)
    {
        call.AuthorizeAll(KmsTag.ConditionKeys(request.Tags));
        var name = request.KeySpec ?? request.CustomerMasterKeySpec ?? KmsKey.Symmetric;
        if (KeySpec.Find(name) is not { } spec || request.Origin is not (null or KmsKey.KmsOrigin or ImportedMaterial.Origin))
        {
            throw new UnsupportedKmsOperationException($"This store makes no key of spec {name} and origin {request.Origin ?? "AWS_KMS"}.");
        }

        if (request.Policy is { } given && ResourcePolicies.Problem(given, PolicyKind.Key) is { } problem)
        {
            throw new KmsMalformedPolicyDocumentException(problem);
        }

        var usage = UsageOf(request, spec);
        var key = New(call, spec, request.MultiRegion is true, request.Policy ?? KeyPolicies.Default(call.Account, call.Region));
        var isImported = request.Origin == ImportedMaterial.Origin;
        key = key with
        {
            Origin = request.Origin ?? KmsKey.KmsOrigin,
            WrappedMaterial = isImported ? [] : key.WrappedMaterial,
            Description = request.Description ?? "",
            KeySpec = spec.Name,
            KeyUsage = usage,
            MultiRegion = request.MultiRegion ?? false,
            PrimaryRegion = request.MultiRegion is true ? call.Region : null,
            Tags = KmsTag.Read(request.Tags),
        };
        call.Changes.Put(key);
        call.Touch(KeyAccess.ResourceType, key.Arn);
        return new() { KeyMetadata = KeyMetadata.Of(key) };
    }

    protected override void Check(Request request, Constraints check) => check
        .Length(request.Policy, "policy", 1, 131072).Length(request.Description, "description", 0, 8192)
        .OneOf(request.KeyUsage, "keyUsage", KeySpec.Encrypt, KeySpec.Sign, KeySpec.Mac, KeySpec.Agree)
        .OneOf(request.KeySpec, "keySpec", KeySpecs).OneOf(request.CustomerMasterKeySpec, "customerMasterKeySpec", KeySpecs)
        .OneOf(request.Origin, "origin", "EXTERNAL", "AWS_CLOUDHSM", "AWS_KMS", "EXTERNAL_KEY_STORE")
        .KmsTags(request.Tags)
        .ThrowIfBroken();

    // In AWS's own order, which its message shows.
    private static string[] KeySpecs =>
    [
        "RSA_2048", "ECC_NIST_P384", "ECC_NIST_P256", "ECC_NIST_P521", "HMAC_384", "RSA_3072", "ECC_SECG_P256K1", "RSA_4096", "SYMMETRIC_DEFAULT", "HMAC_256",
        "HMAC_224", "HMAC_512", "SM2", "ML_DSA_44", "ML_DSA_65", "ML_DSA_87", "ECC_NIST_EDWARDS25519",
    ];

    private static string UsageOf(Request request, KeySpec spec)
    {
        if (request.KeyUsage is null && spec.Name != KmsKey.Symmetric)
        {
            throw new ValidationException("You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.");
        }

        var usage = request.KeyUsage ?? KeySpec.Encrypt;
        return spec.Usages.Contains(usage) ? usage : throw new ValidationException($"KeyUsage {usage} is not compatible with KeySpec {spec.Name}");
    }

    private static KmsKey New(Call call, KeySpec spec, bool multiRegion, string policy)
    {
        var key = call.NewKey(call.Account, call.Region, policy);
        if (!multiRegion && spec.Name == KmsKey.Symmetric)
        {
            return key;
        }

        var id = multiRegion ? "mrk-" + key.KeyId.Replace("-", "", StringComparison.Ordinal) : key.KeyId;
        var material = spec.NewMaterial();
        try
        {
            return key with { KeyId = id, WrappedMaterial = call.Envelope.WrapMaterial(Arn.Key(call.Region, call.Account, id), material) };
        }
        finally
        {
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(material);
        }
    }

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
