using System.Text.Json.Serialization;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Gives a secret a new version.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html"/>
internal sealed class PutSecretValue() : Operation<PutSecretValue.Request, PutSecretValue.Response>(AwsService.SecretsManager, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        var token = RequestRules.RequireToken(request.ClientRequestToken);
        var value = RequestRules.OneValue(request.SecretString, request.SecretBinary);
        if (!value.IsPresent)
        {
            throw new InvalidRequestException("You must provide either SecretString or SecretBinary.");
        }

        var secret = call.RequirePrimary(request.SecretId!);

        var stages = request.VersionStages?.OfType<string>().ToArray() ?? [StagingLabels.Current];
        var changed = call.WithNewVersion(secret, token, value, stages);
        if (!ReferenceEquals(changed, secret))
        {
            call.Save(changed);
        }

        return new() { ARN = secret.Arn, Name = secret.Name, VersionId = token, VersionStages = changed.Version(token)!.Stages };
    }

    protected override void Check(Request request, Constraints check) => check
        .SecretId(request.SecretId).Token(request.ClientRequestToken).Value(request.SecretString, request.SecretBinary)
        .Each(request.VersionStages, "versionStages", 1, 20, (stage, place) => check.Length(stage, place, 1, 256))
        .Length(request.RotationToken, "rotationToken", 36, 256, sensitive: true)
        .Pattern(request.RotationToken, "rotationToken", static text => text.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'), @"^[a-zA-Z0-9\-]+$", sensitive: true)
        .ThrowIfBroken();

    protected override Request WithoutValues(Request request) => request with { SecretString = null, SecretBinary = null, RotationToken = null };

    internal sealed record Request : IRequest<Response>, IIdempotent, INamesSecret
    {
        public string? SecretId { get; init; }

        public string? ClientRequestToken { get; init; }

        public byte[]? SecretBinary { get; init; }

        public string? SecretString { get; init; }

        public IReadOnlyList<string?>? VersionStages { get; init; }

        public string? RotationToken { get; init; }

        public object WithToken(string token) => this with { ClientRequestToken = token };
    }

    internal sealed record Response
    {
        public required string ARN { get; init; }

        public required string Name { get; init; }

        public required string VersionId { get; init; }

        [JsonConverter(typeof(TextList))]
        public required IReadOnlyList<string> VersionStages { get; init; }
    }
}
