using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>The JSON of the service's requests and answers.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(EpochSeconds)], MaxDepth = 32)]
[JsonSerializable(typeof(DeleteConfigRule.Request), TypeInfoPropertyName = "DeleteConfigRuleRequest")]
[JsonSerializable(typeof(DescribeComplianceByConfigRule.Request), TypeInfoPropertyName = "DescribeComplianceByConfigRuleRequest")]
[JsonSerializable(typeof(DescribeComplianceByConfigRule.Response), TypeInfoPropertyName = "DescribeComplianceByConfigRuleResponse")]
[JsonSerializable(typeof(DescribeConfigRules.Request), TypeInfoPropertyName = "DescribeConfigRulesRequest")]
[JsonSerializable(typeof(DescribeConfigRules.Response), TypeInfoPropertyName = "DescribeConfigRulesResponse")]
[JsonSerializable(typeof(DescribeConfigurationRecorderStatus.Request), TypeInfoPropertyName = "DescribeConfigurationRecorderStatusRequest")]
[JsonSerializable(typeof(DescribeConfigurationRecorderStatus.Response), TypeInfoPropertyName = "DescribeConfigurationRecorderStatusResponse")]
[JsonSerializable(typeof(DescribeConfigurationRecorders.Request), TypeInfoPropertyName = "DescribeConfigurationRecordersRequest")]
[JsonSerializable(typeof(DescribeConfigurationRecorders.Response), TypeInfoPropertyName = "DescribeConfigurationRecordersResponse")]
[JsonSerializable(typeof(GetComplianceDetailsByConfigRule.Request), TypeInfoPropertyName = "GetComplianceDetailsByConfigRuleRequest")]
[JsonSerializable(typeof(GetComplianceDetailsByConfigRule.Response), TypeInfoPropertyName = "GetComplianceDetailsByConfigRuleResponse")]
[JsonSerializable(typeof(PutConfigRule.Request), TypeInfoPropertyName = "PutConfigRuleRequest")]
[JsonSerializable(typeof(PutEvaluations.Request), TypeInfoPropertyName = "PutEvaluationsRequest")]
[JsonSerializable(typeof(PutEvaluations.Response), TypeInfoPropertyName = "PutEvaluationsResponse")]
[JsonSerializable(typeof(PutExternalEvaluation.Request), TypeInfoPropertyName = "PutExternalEvaluationRequest")]
[JsonSerializable(typeof(SelectResourceConfig.Request), TypeInfoPropertyName = "SelectResourceConfigRequest")]
[JsonSerializable(typeof(SelectResourceConfig.Response), TypeInfoPropertyName = "SelectResourceConfigResponse")]
[JsonSerializable(typeof(Nothing))]
internal sealed partial class ConfigJson : JsonSerializerContext;
