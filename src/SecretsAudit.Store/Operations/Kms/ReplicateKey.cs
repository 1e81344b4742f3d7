using System.Security.Cryptography;
using SecretsAudit.Iam;
using SecretsAudit.Store.Access;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>Copies a multi-Region primary key into another region, where it decrypts what the primary encrypts.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_ReplicateKey.html"/>
internal sealed class ReplicateKey() : Operation<ReplicateKey.Request, ReplicateKey.Response>(AwsService.Kms, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        var key = call.RequireCustomerKey(request.KeyId!);
        key.RequireUsable();
        if (!key.MultiRegion || key.PrimaryRegion != call.Region)
        {
            throw new UnsupportedKmsOperationException($"{key.Arn} is not a multi-region primary key.");
        }

        var region = request.ReplicaRegion!;
        if (region == call.Region || key.ReplicaRegions.Contains(region) || call.State.Key(key.Account, region, key.KeyId) is not null)
        {
            throw new AlreadyExistsException($"Unable to replicate key to region {region}, as the key already exists there");
        }

        if (request.Policy is { } given && ResourcePolicies.Problem(given, PolicyKind.Key) is { } problem)
        {
            throw new KmsMalformedPolicyDocumentException(problem);
        }

        var material = call.Envelope.OpenMaterial(key);
        try
        {
            var primary = key with { ReplicaRegions = key.ReplicaRegions.Add(region).Sort(StringComparer.Ordinal) };
            var replica = primary with
            {
                Region = region,
                Created = call.Now,
                Policy = request.Policy ?? KeyPolicies.Default(call.Account, region),
                Description = request.Description ?? "",
                Tags = KmsTag.Read(request.Tags),
                WrappedMaterial = call.Envelope.WrapMaterial(Arn.Key(region, key.Account, key.KeyId), material),
                EarlierMaterials = [],
                Pending = null,
                RotationPeriodInDays = null,
                RotationEnabledAt = null,
            };
            call.Changes.Put(primary);
            call.Changes.Put(replica);
            // As AWS answers: the copy is on its way. It can be used at once here.
            return new() { ReplicaKeyMetadata = KeyMetadata.Of(replica) with { KeyState = "Creating", Enabled = false, CurrentKeyMaterialId = null }, ReplicaPolicy = replica.Policy, ReplicaTags = replica.Tags.IsEmpty ? null : KmsTag.Of(replica) };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(material);
        }
    }

    protected override void Check(Request request, Constraints check) => check
        .Key(request.KeyId).Required(request.ReplicaRegion, "replicaRegion")
        .Pattern(request.ReplicaRegion, "replicaRegion", SecretsManager.RequestRules.IsRegion, @"^([a-z]+-){2,3}\d+$")
        .Length(request.Policy, "policy", 1, 131072).Length(request.Description, "description", 0, 8192).KmsTags(request.Tags)
        .ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public string? KeyId { get; init; }

        public string? ReplicaRegion { get; init; }

        public string? Policy { get; init; }

        public bool? BypassPolicyLockoutSafetyCheck { get; init; }

        public string? Description { get; init; }

        public IReadOnlyList<KmsTag?>? Tags { get; init; }
    }

    internal sealed record Response
    {
        public required KeyMetadata ReplicaKeyMetadata { get; init; }

        public required string ReplicaPolicy { get; init; }

        public IReadOnlyList<KmsTag>? ReplicaTags { get; init; }
    }
}
