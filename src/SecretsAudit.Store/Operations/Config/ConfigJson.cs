using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>The JSON of the service's requests and answers.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(EpochSeconds)], MaxDepth = 32)]
[JsonSerializable(typeof(DescribeComplianceByConfigRule.Request), TypeInfoPropertyName = "DescribeComplianceByConfigRuleRequest")]
[JsonSerializable(typeof(DescribeComplianceByConfigRule.Response), TypeInfoPropertyName = "DescribeComplianceByConfigRuleResponse")]
[JsonSerializable(typeof(Nothing))]
internal sealed partial class ConfigJson : JsonSerializerContext;
