namespace SecretsAudit.Store.Wire.Errors;

// https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeComplianceByConfigRule.html#API_DescribeComplianceByConfigRule_Errors

internal sealed class NoSuchConfigRuleException(string name)
    : AwsException("NoSuchConfigRuleException", $"The ConfigRule '{name}' provided in the request is invalid. Please check the configRule name.");

internal sealed class InvalidParameterValueException(string message) : AwsException("InvalidParameterValueException", message);

internal sealed class MaxNumberOfConfigRulesExceededException()
    : AwsException("MaxNumberOfConfigRulesExceededException", "Failed to put config rule because the maximum number of config rules: 1000 is reached.");

internal sealed class NoSuchConfigurationRecorderException(string name)
    : AwsException("NoSuchConfigurationRecorderException", $"Cannot find configuration recorder with the specified name '{name}'.");

internal sealed class InvalidExpressionException(string message) : AwsException("InvalidExpressionException", message);

internal sealed class ConfigInvalidNextTokenException() : AwsException("InvalidNextTokenException", "The specified next token is not valid.");

internal sealed class InvalidResultTokenException() : AwsException("InvalidResultTokenException", "The resultToken provided is invalid.");
