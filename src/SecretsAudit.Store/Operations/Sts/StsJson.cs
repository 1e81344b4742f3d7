using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Sts;

/// <summary>The members of the service's requests and answers; the wire carries them as parameters and XML.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(IsoSeconds), typeof(TextBoolean)],
    MaxDepth = 32)]
[JsonSerializable(typeof(GetCallerIdentity.Request), TypeInfoPropertyName = "GetCallerIdentityRequest")]
[JsonSerializable(typeof(GetCallerIdentity.Response), TypeInfoPropertyName = "GetCallerIdentityResponse")]
[JsonSerializable(typeof(Nothing))]
internal sealed partial class StsJson : JsonSerializerContext;
