using System.Text.Json;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>Secrets through Parameter Store: <c>/aws/reference/secretsmanager/NAME</c>, with a version's id or staging label after a colon.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html"/>
internal static class SecretReference
{
    private const string Prefix = "/aws/reference/secretsmanager/";

    private static readonly Operation GetSecret = new GetSecretValue();

    public static bool Is(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    public static WireParameter Read(Call call, string text, bool decrypt)
    {
        if (!decrypt)
        {
            throw new ValidationException("WithDecryption flag must be True for retrieving a Secret Manager secret.");
        }

        var rest = text[Prefix.Length..];
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        var (name, selector) = colon < 0 ? (rest, null) : (rest[..colon], rest[(colon + 1)..]);
        try
        {
            var byId = selector is not null && Guid.TryParse(selector, out _);
            var request = new GetSecretValue.Request { SecretId = name, VersionId = byId ? selector : null, VersionStage = byId ? null : selector };
            var secret = (GetSecretValue.Response)GetSecret.Run(request, call.For(GetSecret));
            return new()
            {
                Name = Prefix + name,
                Type = ParameterValues.Secure,
                Value = secret.SecretString ?? Convert.ToBase64String(secret.SecretBinary ?? []),
                Version = 0,
                Selector = selector is null ? null : ":" + selector,
                SourceResult = JsonSerializer.Serialize(Source.Of(secret), typeof(Source), SsmJson.Default),
                LastModifiedDate = secret.CreatedDate,
                ARN = secret.ARN,
                DataType = "text",
            };
        }
        catch (ResourceNotFoundException)
        {
            throw new ParameterNotFoundException($"An error occurred (ParameterNotFound) when referencing Secrets Manager: Secret {text} not found.");
        }
    }

    /// <summary>The secret as Secrets Manager answered it.</summary>
    internal sealed record Source
    {
        public required string ARN { get; init; }

        [System.Text.Json.Serialization.JsonPropertyName("name")]
        public required string Name { get; init; }

        [System.Text.Json.Serialization.JsonPropertyName("versionId")]
        public string? VersionId { get; init; }

        [System.Text.Json.Serialization.JsonPropertyName("secretString")]
        public string? SecretString { get; init; }

        [System.Text.Json.Serialization.JsonPropertyName("secretBinary")]
        public byte[]? SecretBinary { get; init; }

        [System.Text.Json.Serialization.JsonPropertyName("versionStages")]
        public IReadOnlyList<string>? VersionStages { get; init; }

        [System.Text.Json.Serialization.JsonPropertyName("createdDate")]
        public DateTimeOffset? CreatedDate { get; init; }

        public static Source Of(GetSecretValue.Response secret) => new()
        {
            ARN = secret.ARN,
            Name = secret.Name,
            VersionId = secret.VersionId,
            SecretString = secret.SecretString,
            SecretBinary = secret.SecretBinary,
            VersionStages = secret.VersionStages,
            CreatedDate = secret.CreatedDate,
        };
    }
}
