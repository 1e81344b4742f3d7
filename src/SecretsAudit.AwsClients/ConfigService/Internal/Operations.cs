using Amazon.Runtime.Internal;
using Amazon.ConfigService.Model;
using SecretsAudit.AwsClients;

namespace Amazon.ConfigService.Internal;

/// <summary>AWS Config on the wire: an operation is a line.</summary>
internal static class Operations
{
    public static readonly JsonService Service = new()
    {
        ServiceId = "Config Service",
        Target = "StarlingDoveService",
        Version = "2014-11-12",
        Json = JsonService.JsonOf(new ConfigServiceJson(), Constants),
        Errors = Errors,
        OtherError = static (m, i, t, c, r, s) => new AmazonConfigServiceException(m, i, t, c, r, s),
    };

    public static readonly RegionalEndpoints Endpoints = new("config") { FipsOnPlainHost = ["aws-us-gov"] };

    public static readonly InvokeOptions DescribeComplianceByConfigRule = Service.Operation<DescribeComplianceByConfigRuleRequest, DescribeComplianceByConfigRuleResponse>();
    public static readonly InvokeOptions DescribeConfigRules = Service.Operation<DescribeConfigRulesRequest, DescribeConfigRulesResponse>();
    public static readonly InvokeOptions DescribeConfigurationRecorderStatus = Service.Operation<DescribeConfigurationRecorderStatusRequest, DescribeConfigurationRecorderStatusResponse>();
    public static readonly InvokeOptions GetComplianceDetailsByConfigRule = Service.Operation<GetComplianceDetailsByConfigRuleRequest, GetComplianceDetailsByConfigRuleResponse>();

    private static System.Text.Json.Serialization.JsonConverter[] Constants =>
    [
        new ConstantConverter<ComplianceType>(ComplianceType.FindValue),
        new ConstantConverter<ConfigRuleState>(ConfigRuleState.FindValue),
        new ConstantConverter<EvaluationMode>(EvaluationMode.FindValue),
        new ConstantConverter<EventSource>(EventSource.FindValue),
        new ConstantConverter<MaximumExecutionFrequency>(MaximumExecutionFrequency.FindValue),
        new ConstantConverter<MessageType>(MessageType.FindValue),
        new ConstantConverter<Owner>(Owner.FindValue),
        new ConstantConverter<RecorderStatus>(RecorderStatus.FindValue),
        new ConstantConverter<RuleEvaluationVisibility>(RuleEvaluationVisibility.FindValue),
    ];

    private static Dictionary<string, ErrorFactory> Errors => new()
    {
        ["InvalidNextTokenException"] = static (m, i, t, c, r, s) => new InvalidNextTokenException(m, i, t, c, r, s),
        ["InvalidParameterValueException"] = static (m, i, t, c, r, s) => new InvalidParameterValueException(m, i, t, c, r, s),
        ["NoSuchConfigurationRecorderException"] = static (m, i, t, c, r, s) => new NoSuchConfigurationRecorderException(m, i, t, c, r, s),
        ["NoSuchConfigRuleException"] = static (m, i, t, c, r, s) => new NoSuchConfigRuleException(m, i, t, c, r, s),
    };
}
