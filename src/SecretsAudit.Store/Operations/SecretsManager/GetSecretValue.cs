using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Decrypts one version's value.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html"/>
internal sealed class GetSecretValue() : Operation<GetSecretValue.Request, GetSecretValue.Response>(AwsService.SecretsManager, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        var secret = call.RequireActive(request.SecretId!, ConditionKeys(request));
        var version = Select(secret, request);
        var plaintext = call.OpenForCaller(secret, version);
        call.NoteRead(secret, version);
        try
        {
            return new()
            {
                ARN = secret.Arn,
                Name = secret.Name,
                VersionId = version.Id,
                SecretString = version.Value.IsBinary ? null : Encoding.UTF8.GetString(plaintext),
                SecretBinary = version.Value.IsBinary ? [.. plaintext] : null,
                VersionStages = version.Stages,
                CreatedDate = version.Created,
            };
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plaintext);
        }
    }

    protected override void Check(Request request, Constraints check) => check
        .SecretId(request.SecretId).Length(request.VersionId, "versionId", 32, 64).Length(request.VersionStage, "versionStage", 1, 256)
        .ThrowIfBroken();

    private static SecretVersion Select(Secret secret, Request request)
    {
        if (request.VersionId is null)
        {
            var stage = request.VersionStage ?? StagingLabels.Current;
            return secret.HolderOf(stage) is { IsEmpty: false } holder ? holder : throw ResourceNotFoundException.Stage(stage);
        }

        var version = secret.Version(request.VersionId) is { IsEmpty: false } found ? found : throw ResourceNotFoundException.Version(request.VersionId);
        return request.VersionStage is { } named && !version.Stages.Contains(named)
            ? throw new InvalidRequestException("You provided a VersionStage that is not associated to the provided VersionId.")
            : version;
    }

    private static KeyValuePair<string, string>[] ConditionKeys(Request request) => request switch
    {
        { VersionId: { } version, VersionStage: { } stage } => [new("secretsmanager:VersionId", version), new("secretsmanager:VersionStage", stage)],
        { VersionId: { } version } => [new("secretsmanager:VersionId", version)],
        _ => [new("secretsmanager:VersionStage", request.VersionStage ?? StagingLabels.Current)],
    };

    // Set and not init: the serializer reads init-only members by way of a constructor's arguments, which costs every read.
    internal sealed record Request : IRequest<Response>
    {
        public string? SecretId { get; set; }

        public string? VersionId { get; set; }

        public string? VersionStage { get; set; }
    }

    internal sealed record Response
    {
        public required string ARN { get; init; }

        public required string Name { get; init; }

        public required string VersionId { get; init; }

        public byte[]? SecretBinary { get; init; }

        public string? SecretString { get; init; }

        [JsonConverter(typeof(TextList))]
        public required IReadOnlyList<string> VersionStages { get; init; }

        public required DateTimeOffset CreatedDate { get; init; }

        /// <summary>Never the value.</summary>
        public override string ToString() => $"{Name} {VersionId}";
    }
}
