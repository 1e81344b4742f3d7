using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Sts;

/// <summary>The members of the service's requests and answers; the wire carries them as parameters and XML.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(IsoSeconds), typeof(TextBoolean)],
    MaxDepth = 32)]
[JsonSerializable(typeof(AssumeRole.Request), TypeInfoPropertyName = "AssumeRoleRequest")]
[JsonSerializable(typeof(AssumeRole.Response), TypeInfoPropertyName = "AssumeRoleResponse")]
[JsonSerializable(typeof(AssumeRoleWithSAML.Request), TypeInfoPropertyName = "AssumeRoleWithSAMLRequest")]
[JsonSerializable(typeof(AssumeRoleWithSAML.Response), TypeInfoPropertyName = "AssumeRoleWithSAMLResponse")]
[JsonSerializable(typeof(AssumeRoleWithWebIdentity.Request), TypeInfoPropertyName = "AssumeRoleWithWebIdentityRequest")]
[JsonSerializable(typeof(AssumeRoleWithWebIdentity.Response), TypeInfoPropertyName = "AssumeRoleWithWebIdentityResponse")]
[JsonSerializable(typeof(DecodeAuthorizationMessage.Request), TypeInfoPropertyName = "DecodeAuthorizationMessageRequest")]
[JsonSerializable(typeof(DecodeAuthorizationMessage.Response), TypeInfoPropertyName = "DecodeAuthorizationMessageResponse")]
[JsonSerializable(typeof(GetAccessKeyInfo.Request), TypeInfoPropertyName = "GetAccessKeyInfoRequest")]
[JsonSerializable(typeof(GetAccessKeyInfo.Response), TypeInfoPropertyName = "GetAccessKeyInfoResponse")]
[JsonSerializable(typeof(GetCallerIdentity.Request), TypeInfoPropertyName = "GetCallerIdentityRequest")]
[JsonSerializable(typeof(GetCallerIdentity.Response), TypeInfoPropertyName = "GetCallerIdentityResponse")]
[JsonSerializable(typeof(GetFederationToken.Request), TypeInfoPropertyName = "GetFederationTokenRequest")]
[JsonSerializable(typeof(GetFederationToken.Response), TypeInfoPropertyName = "GetFederationTokenResponse")]
[JsonSerializable(typeof(GetSessionToken.Request), TypeInfoPropertyName = "GetSessionTokenRequest")]
[JsonSerializable(typeof(GetSessionToken.Response), TypeInfoPropertyName = "GetSessionTokenResponse")]
[JsonSerializable(typeof(Nothing))]
internal sealed partial class StsJson : JsonSerializerContext;
