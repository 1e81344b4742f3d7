using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>Finding the parameter that a sharing request names by its ARN.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-shared-parameters.html"/>
internal static class SharedParameters
{
    /// <exception cref="ResourcePolicyInvalidParameterException">It is no parameter's ARN.</exception>
    /// <exception cref="SsmResourceNotFoundException">There is no such parameter in the caller's account and region.</exception>
    public static Parameter Require(Call call, string arn)
    {
        if (!arn.StartsWith("arn:", StringComparison.Ordinal) || !arn.Contains(":parameter/", StringComparison.Ordinal))
        {
            throw new ResourcePolicyInvalidParameterException("The resource ARN is not a parameter's.");
        }

        var (name, selector) = ParameterNames.Split(arn);
        return selector is null && ParameterNames.AccountOf(call, arn) == call.Account && ParameterNames.Authorized(call, name) is { } parameter
            ? parameter : throw new SsmResourceNotFoundException();
    }

    /// <summary>The policy that a change names by its id and hash.</summary>
    /// <exception cref="ResourcePolicyNotFoundException">The parameter has no policy of that id.</exception>
    /// <exception cref="ResourcePolicyConflictException">The policy has changed since.</exception>
    public static void RequirePolicy(Parameter parameter, string id, string? hash)
    {
        if (parameter.Sharing is not { } sharing || sharing.PolicyId != id)
        {
            throw new ResourcePolicyNotFoundException();
        }

        if (sharing.Hash != hash)
        {
            throw new ResourcePolicyConflictException();
        }
    }
}
