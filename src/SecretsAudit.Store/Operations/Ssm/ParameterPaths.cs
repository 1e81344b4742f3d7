using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>What a path to parameters may look like.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-hierarchies.html"/>
internal static class ParameterPaths
{
    /// <exception cref="ValidationException">The path is malformed or reserved.</exception>
    public static void Require(string path)
    {
        if (path.StartsWith("/aws", StringComparison.OrdinalIgnoreCase) || path.StartsWith("/ssm", StringComparison.OrdinalIgnoreCase))
        {
            throw new ValidationException("Filters for common parameters can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).");
        }

        if (path != "/" && (!path.StartsWith('/') || path.TrimEnd('/')[Math.Min(1, path.TrimEnd('/').Length)..].Split('/').Any(IsMalformed)))
        {
            throw new ValidationException(
                "The parameter doesn't meet the parameter name requirements. The parameter name must begin with a forward slash \"/\". It can't be prefixed with \"aws\" or \"ssm\" (case-insensitive). It must use only letters, numbers, or the following symbols: . (period), - (hyphen), _ (underscore). Special characters are not allowed. All sub-paths, if specified, must use the forward slash symbol \"/\". Valid example: /get/parameters2-/by1./path0_.");
        }
    }

    private static bool IsMalformed(string segment) => segment.Length == 0 || !segment.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
