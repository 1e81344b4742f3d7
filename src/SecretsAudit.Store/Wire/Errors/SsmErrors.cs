namespace SecretsAudit.Store.Wire.Errors;

// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html#API_PutParameter_Errors and its neighbours.

internal sealed class ParameterNotFoundException(string message) : AwsException("ParameterNotFound", message)
{
    public static ParameterNotFoundException Named(string name) => new($"Parameter {name} not found.");
}

internal sealed class ParameterVersionNotFoundException(string version, string name)
    : AwsException("ParameterVersionNotFound", $"Systems Manager could not find version {version} of {name}. Verify the version and try again.");

internal sealed class ParameterAlreadyExistsException()
    : AwsException("ParameterAlreadyExists", "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");

internal sealed class ParameterMaxVersionLimitExceededException(string name, long oldest)
    : AwsException(
        "ParameterMaxVersionLimitExceeded",
        $"You attempted to create a new version of {name} by calling the PutParameter API with the overwrite flag. Version {oldest}, the oldest version, can't be deleted because it has a label associated with it. Move the label to another version of the parameter, and try again.");

internal sealed class ParameterVersionLabelLimitExceededException()
    : AwsException(
        "ParameterVersionLabelLimitExceeded",
        "An error occurred (ParameterVersionLabelLimitExceeded) when calling the LabelParameterVersion operation: A parameter version can have maximum 10 labels.Move one or more labels to another version and try again.");

internal sealed class ParameterPatternMismatchException(string pattern)
    : AwsException("ParameterPatternMismatchException", $"Parameter value, cannot be validated against allowedPattern: {pattern}");

internal sealed class InvalidAllowedPatternException(string pattern)
    : AwsException("InvalidAllowedPatternException", $"The pattern {pattern} is not a valid regular expression.");

internal sealed class HierarchyLevelLimitExceededException()
    : AwsException("HierarchyLevelLimitExceededException", "A hierarchy can have a maximum of 15 levels.");

internal sealed class HierarchyTypeMismatchException()
    : AwsException(
        "HierarchyTypeMismatchException",
        "Parameter Store doesn't support changing a parameter type in a hierarchy. You must create a new, unique parameter.");

internal sealed class InvalidKeyIdException(string message) : AwsException("InvalidKeyId", message);

internal sealed class InvalidFilterKeyException(string message) : AwsException("InvalidFilterKey", message);

internal sealed class InvalidFilterOptionException(string message) : AwsException("InvalidFilterOption", message);

internal sealed class InvalidFilterValueException(string message) : AwsException("InvalidFilterValue", message);

internal sealed class SsmInvalidNextTokenException() : AwsException("InvalidNextToken", "The specified token is not valid.");

internal sealed class InvalidResourceTypeException() : AwsException("InvalidResourceType", "");

internal sealed class InvalidResourceIdException() : AwsException("InvalidResourceId", "");

internal sealed class TooManyTagsError() : AwsException("TooManyTagsError", "");

internal sealed class PoliciesLimitExceededException() : AwsException("PoliciesLimitExceededException", "You specified more than the maximum number of allowed policies for the parameter. The maximum is 10.");

internal sealed class InvalidPolicyTypeException(string message) : AwsException("InvalidPolicyTypeException", message);

internal sealed class InvalidPolicyAttributeException(string message) : AwsException("InvalidPolicyAttributeException", message);

internal sealed class IncompatiblePolicyException(string message) : AwsException("IncompatiblePolicyException", message);

// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutResourcePolicy.html#API_PutResourcePolicy_Errors

internal sealed class SsmResourceNotFoundException() : AwsException("ResourceNotFoundException", "The specified parameter to be shared could not be found.");

internal sealed class ResourcePolicyInvalidParameterException(string message) : AwsException("ResourcePolicyInvalidParameterException", message);

internal sealed class ResourcePolicyNotFoundException() : AwsException("ResourcePolicyNotFoundException", "No policies with the specified policy ID and hash could be found.");

internal sealed class ResourcePolicyConflictException()
    : AwsException("ResourcePolicyConflictException", "The hash provided in the call doesn't match the stored hash. This exception is thrown when trying to update an obsolete policy version or when multiple requests to update a policy are sent.");

internal sealed class ResourcePolicyLimitExceededException()
    : AwsException("ResourcePolicyLimitExceededException", "The PutResourcePolicy API action enforces two limits. A policy can't be greater than 1024 bytes in size. And only one policy can be attached to OpsItemGroup. Verify these limits and try again.");

internal sealed class MalformedResourcePolicyDocumentException(string problem) : AwsException("MalformedResourcePolicyDocumentException", $"The specified policy document is malformed or invalid: {problem}");
