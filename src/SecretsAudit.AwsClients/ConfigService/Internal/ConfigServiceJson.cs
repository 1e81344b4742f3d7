using System.Text.Json.Serialization;
using Amazon.ConfigService.Model;

namespace Amazon.ConfigService.Internal;

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DescribeComplianceByConfigRuleRequest))]
[JsonSerializable(typeof(DescribeComplianceByConfigRuleResponse))]
[JsonSerializable(typeof(DescribeConfigRulesRequest))]
[JsonSerializable(typeof(DescribeConfigRulesResponse))]
[JsonSerializable(typeof(GetComplianceDetailsByConfigRuleRequest))]
[JsonSerializable(typeof(GetComplianceDetailsByConfigRuleResponse))]
[JsonSerializable(typeof(DescribeConfigurationRecorderStatusRequest))]
[JsonSerializable(typeof(DescribeConfigurationRecorderStatusResponse))]
internal sealed partial class ConfigServiceJson : JsonSerializerContext;
