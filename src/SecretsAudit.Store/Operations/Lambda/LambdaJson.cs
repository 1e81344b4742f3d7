using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Lambda;

/// <summary>The JSON of the service's requests and answers.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(EpochSeconds)], MaxDepth = 32)]
[JsonSerializable(typeof(AddPermission.Request), TypeInfoPropertyName = "AddPermissionRequest")]
[JsonSerializable(typeof(AddPermission.Response), TypeInfoPropertyName = "AddPermissionResponse")]
[JsonSerializable(typeof(CreateFunction.Request), TypeInfoPropertyName = "CreateFunctionRequest")]
[JsonSerializable(typeof(DeleteFunction.Request), TypeInfoPropertyName = "DeleteFunctionRequest")]
[JsonSerializable(typeof(GetFunction.Request), TypeInfoPropertyName = "GetFunctionRequest")]
[JsonSerializable(typeof(GetFunction.Response), TypeInfoPropertyName = "GetFunctionResponse")]
[JsonSerializable(typeof(GetPolicy.Request), TypeInfoPropertyName = "GetPolicyRequest")]
[JsonSerializable(typeof(GetPolicy.Response), TypeInfoPropertyName = "GetPolicyResponse")]
[JsonSerializable(typeof(RemovePermission.Request), TypeInfoPropertyName = "RemovePermissionRequest")]
[JsonSerializable(typeof(FunctionConfiguration))]
[JsonSerializable(typeof(Nothing))]
internal sealed partial class LambdaJson : JsonSerializerContext;
