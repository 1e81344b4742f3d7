using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Changes a secret's description, key or type, and with a value gives it a new current version.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecret.html"/>
internal sealed class UpdateSecret() : Operation<UpdateSecret.Request, UpdateSecret.Response>(AwsService.SecretsManager, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        var value = RequestRules.OneValue(request.SecretString, request.SecretBinary);
        var token = RequestRules.RequireToken(request.ClientRequestToken);
        var secret = call.RequirePrimary(
            request.SecretId!, [.. RequestKeys.Of("secretsmanager:Description", request.Description), .. RequestKeys.Of("secretsmanager:KmsKeyId", request.KmsKeyId)]);

        var changed = secret with
        {
            Description = request.Description switch { null => secret.Description, "" => null, var text => text },
            Type = request.Type ?? secret.Type,
            KmsKeyId = request.KmsKeyId switch { null => secret.KmsKeyId, "" => null, var key => key },
            LastChanged = call.Now,
        };
        if (request.KmsKeyId is not null && changed.KmsKeyId != secret.KmsKeyId)
        {
            changed = UnderNewKey(call, changed);
        }

        if (value.IsPresent)
        {
            changed = call.WithNewVersion(changed, token, value, [StagingLabels.Current]);
        }

        call.Save(changed);
        return new() { ARN = secret.Arn, Name = secret.Name, VersionId = value.IsPresent ? token : null };
    }

    protected override void Check(Request request, Constraints check) => check
        .SecretId(request.SecretId).Token(request.ClientRequestToken).Length(request.Description, "description", 0, 2048)
        .Length(request.KmsKeyId, "kmsKeyId", 0, 2048).Length(request.Type, "type", 0, 256)
        .Value(request.SecretString, request.SecretBinary)
        .ThrowIfBroken();

    protected override Request WithoutValues(Request request) => request with { SecretString = null, SecretBinary = null };

    // AWS encrypts the versions that carry AWSCURRENT, AWSPENDING or AWSPREVIOUS under the new key, too, as far as the caller may; all stay under the old one.
    private static Secret UnderNewKey(Call call, Secret changed)
    {
        var key = call.ValidateKey(changed);
        return changed with { Versions = [.. changed.Versions.Select(version => IsInUse(version) ? call.RewrapVersion(changed, version, key) : version)] };
    }

    private static bool IsInUse(SecretVersion version) =>
        !version.IsEmpty && version.Stages.Any(stage => stage is StagingLabels.Current or StagingLabels.Pending or StagingLabels.Previous);

    internal sealed record Request : IRequest<Response>, IIdempotent, INamesSecret
    {
        public string? SecretId { get; init; }

        public string? ClientRequestToken { get; init; }

        public string? Description { get; init; }

        public string? KmsKeyId { get; init; }

        public byte[]? SecretBinary { get; init; }

        public string? SecretString { get; init; }

        public string? Type { get; init; }

        public object WithToken(string token) => this with { ClientRequestToken = token };
    }

    internal sealed record Response
    {
        public required string ARN { get; init; }

        public required string Name { get; init; }

        public string? VersionId { get; init; }
    }
}
