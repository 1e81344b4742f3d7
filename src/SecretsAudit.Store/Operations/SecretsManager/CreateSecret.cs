using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Makes a secret, with or without a first value.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html"/>
internal sealed class CreateSecret() : Operation<CreateSecret.Request, CreateSecret.Response>(AwsService.SecretsManager, writes: true)
{
    private static readonly TagResource Tagging = new();
    private static readonly ReplicateSecretToRegions Replicating = new();

    public override Response Handle(Request request, Call call)
    {
        var token = RequestRules.RequireToken(request.ClientRequestToken);
        var value = RequestRules.OneValue(request.SecretString, request.SecretBinary);
        Authorize(request, call);

        if (call.State.Secret(call.Account, call.Region, request.Name!) is { } present)
        {
            return Repeat(call, present, token, value);
        }

        var secret = new Secret
        {
            Account = call.Account,
            Region = call.Region,
            Name = request.Name!,
            Suffix = call.Identifiers.ArnSuffix(),
            Created = call.Now,
            LastChanged = call.Now,
            Description = request.Description is { Length: > 0 } ? request.Description : null,
            KmsKeyId = request.KmsKeyId is { Length: > 0 } key ? key : null,
            Type = request.Type,
            OwningService = request.OwningService,
        }.WithTags(request.Tags);
        if (secret.KmsKeyId is not null)
        {
            call.ValidateKey(secret);
        }

        if (value.IsPresent)
        {
            secret = secret.AddVersion(call.SealVersion(secret, token, value), [StagingLabels.Current]);
        }

        if (request.AddReplicaRegions is { } regions)
        {
            ReplicateSecretToRegions.CheckRegions(call, regions!);
            secret = Replication.Add(call, secret, regions!, request.ForceOverwriteReplicaSecret ?? false);
        }

        call.Touch(SecretAccess.ResourceType, secret.Arn);
        call.Save(secret);
        return Answer(call, secret, value.IsPresent ? token : null);
    }

    protected override void Check(Request request, Constraints check)
    {
        check.Required(request.Name, "name").Length(request.Name, "name", 1, 512).Token(request.ClientRequestToken)
            .Length(request.Description, "description", 0, 2048).Length(request.KmsKeyId, "kmsKeyId", 0, 2048)
            .Length(request.Type, "type", 0, 256)
            .Value(request.SecretString, request.SecretBinary).Tags(request.Tags).Regions(request.AddReplicaRegions)
            .Then(request.Name, SecretNames.CheckName).ThrowIfBroken();
    }

    protected override Request WithoutValues(Request request) => request with { SecretString = null, SecretBinary = null };

    // Tags and replicas are asked for together with the secret, and take the permissions of their own operations.
    private static void Authorize(Request request, Call call)
    {
        var arn = Arn.Secret(call.Region, call.Account, request.Name! + "-??????");
        var keys = ConditionKeys(request);
        call.Authorize(arn, call.Account, null, keys, named: request.Name);
        if (request.Tags is { Count: > 0 })
        {
            call.For(Tagging).Authorize(arn, call.Account, null, keys, named: request.Name);
        }

        if (request.AddReplicaRegions is not null)
        {
            call.For(Replicating).Authorize(arn, call.Account, null, keys, named: request.Name);
        }
    }

    // The same token with the same value is the same request, sent twice; anything else is a clash of names.
    private static Response Repeat(Call call, Secret present, string token, SecretValue value)
    {
        if (present.IsPendingDeletion)
        {
            throw new InvalidRequestException("You can't create this secret because a secret with this name is already scheduled for deletion.");
        }

        if (value.IsPresent && present.Version(token) is { IsEmpty: false } version)
        {
            return call.Holds(present, version, value) ? Answer(call, present, token) : throw ResourceExistsException.Token(token, present.Arn);
        }

        throw new ResourceExistsException($"The operation failed because the secret {present.Name} already exists.");
    }

    private static Response Answer(Call call, Secret secret, string? versionId) => new()
    {
        ARN = secret.Arn,
        Name = secret.Name,
        VersionId = versionId,
        ReplicationStatus = ReplicationStatus.Of(call.State.Secret(secret.Account, secret.Region, secret.Name) ?? secret, call.State),
    };

    private static ImmutableArray<KeyValuePair<string, string>> ConditionKeys(Request request) =>
    [
        new("secretsmanager:Name", request.Name!),
        new("secretsmanager:ForceOverwriteReplicaSecret", request.ForceOverwriteReplicaSecret is true ? "true" : "false"),
        .. RequestKeys.Of("secretsmanager:Description", request.Description),
        .. RequestKeys.Of("secretsmanager:KmsKeyId", request.KmsKeyId),
        .. (request.AddReplicaRegions ?? []).SelectMany(region => RequestKeys.Of("secretsmanager:AddReplicaRegions", region?.Region)),
        .. RequestKeys.Of(request.Tags),
        .. RequestKeys.OfNew(request.Tags),
    ];

    internal sealed record Request : IRequest<Response>, IIdempotent
    {
        public string? Name { get; init; }

        public string? ClientRequestToken { get; init; }

        public string? Description { get; init; }

        public string? KmsKeyId { get; init; }

        public byte[]? SecretBinary { get; init; }

        public string? SecretString { get; init; }

        public IReadOnlyList<WireTag?>? Tags { get; init; }

        public IReadOnlyList<ReplicaRegion?>? AddReplicaRegions { get; init; }

        public bool? ForceOverwriteReplicaSecret { get; init; }

        public string? Type { get; init; }

        /// <summary>Set by AWS services that manage a secret for their users; it cannot come over the wire.</summary>
        [JsonIgnore]
        public string? OwningService { get; init; }

        public object WithToken(string token) => this with { ClientRequestToken = token };
    }

    internal sealed record Response
    {
        public required string ARN { get; init; }

        public required string Name { get; init; }

        public string? VersionId { get; init; }

        public IReadOnlyList<ReplicationStatus>? ReplicationStatus { get; init; }
    }
}
