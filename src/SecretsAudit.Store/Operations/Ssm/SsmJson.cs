using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>The JSON of the service's requests and answers.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(EpochSeconds)], MaxDepth = 32)]
[JsonSerializable(typeof(DeleteResourcePolicy.Request), TypeInfoPropertyName = "DeleteResourcePolicyRequest")]
[JsonSerializable(typeof(GetResourcePolicies.Request), TypeInfoPropertyName = "GetResourcePoliciesRequest")]
[JsonSerializable(typeof(GetResourcePolicies.Response), TypeInfoPropertyName = "GetResourcePoliciesResponse")]
[JsonSerializable(typeof(PutResourcePolicy.Request), TypeInfoPropertyName = "PutResourcePolicyRequest")]
[JsonSerializable(typeof(PutResourcePolicy.Response), TypeInfoPropertyName = "PutResourcePolicyResponse")]
[JsonSerializable(typeof(AddTagsToResource.Request), TypeInfoPropertyName = "AddTagsToResourceRequest")]
[JsonSerializable(typeof(DeleteParameter.Request), TypeInfoPropertyName = "DeleteParameterRequest")]
[JsonSerializable(typeof(DeleteParameters.Request), TypeInfoPropertyName = "DeleteParametersRequest")]
[JsonSerializable(typeof(DeleteParameters.Response), TypeInfoPropertyName = "DeleteParametersResponse")]
[JsonSerializable(typeof(DescribeParameters.Request), TypeInfoPropertyName = "DescribeParametersRequest")]
[JsonSerializable(typeof(DescribeParameters.Response), TypeInfoPropertyName = "DescribeParametersResponse")]
[JsonSerializable(typeof(GetParameter.Request), TypeInfoPropertyName = "GetParameterRequest")]
[JsonSerializable(typeof(GetParameter.Response), TypeInfoPropertyName = "GetParameterResponse")]
[JsonSerializable(typeof(GetParameterHistory.Request), TypeInfoPropertyName = "GetParameterHistoryRequest")]
[JsonSerializable(typeof(GetParameterHistory.Response), TypeInfoPropertyName = "GetParameterHistoryResponse")]
[JsonSerializable(typeof(GetParameters.Request), TypeInfoPropertyName = "GetParametersRequest")]
[JsonSerializable(typeof(GetParameters.Response), TypeInfoPropertyName = "GetParametersResponse")]
[JsonSerializable(typeof(GetParametersByPath.Request), TypeInfoPropertyName = "GetParametersByPathRequest")]
[JsonSerializable(typeof(GetParametersByPath.Response), TypeInfoPropertyName = "GetParametersByPathResponse")]
[JsonSerializable(typeof(LabelParameterVersion.Request), TypeInfoPropertyName = "LabelParameterVersionRequest")]
[JsonSerializable(typeof(LabelParameterVersion.Response), TypeInfoPropertyName = "LabelParameterVersionResponse")]
[JsonSerializable(typeof(ListTagsForResource.Request), TypeInfoPropertyName = "ListTagsForResourceRequest")]
[JsonSerializable(typeof(ListTagsForResource.Response), TypeInfoPropertyName = "ListTagsForResourceResponse")]
[JsonSerializable(typeof(PutParameter.Request), TypeInfoPropertyName = "PutParameterRequest")]
[JsonSerializable(typeof(PutParameter.Response), TypeInfoPropertyName = "PutParameterResponse")]
[JsonSerializable(typeof(RemoveTagsFromResource.Request), TypeInfoPropertyName = "RemoveTagsFromResourceRequest")]
[JsonSerializable(typeof(UnlabelParameterVersion.Request), TypeInfoPropertyName = "UnlabelParameterVersionRequest")]
[JsonSerializable(typeof(UnlabelParameterVersion.Response), TypeInfoPropertyName = "UnlabelParameterVersionResponse")]
[JsonSerializable(typeof(SecretReference.Source))]
[JsonSerializable(typeof(Nothing))]
internal sealed partial class SsmJson : JsonSerializerContext;
