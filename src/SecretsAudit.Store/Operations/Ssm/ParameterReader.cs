using System.Globalization;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>Reads one parameter by whatever a caller may write: a name, a path, an ARN, with a version or a label, or a reference to a secret.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-versions.html"/>
internal static class ParameterReader
{
    /// <exception cref="ParameterNotFoundException">There is no such parameter.</exception>
    /// <exception cref="ParameterVersionNotFoundException">It has no such version or label.</exception>
    public static WireParameter Read(Call call, string text, bool decrypt)
    {
        if (SecretReference.Is(text))
        {
            return SecretReference.Read(call, text, decrypt);
        }

        var (name, selector) = ParameterNames.Split(text);
        ParameterNames.Require(name);
        var parameter = (ParameterNames.AccountOf(call, text) is { } account ? ParameterNames.Authorized(call, account, name) : null)
            ?? throw ParameterNotFoundException.Named(text);
        var version = Select(parameter, selector);
        if (version is null)
        {
            throw long.TryParse(selector, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                ? new ParameterVersionNotFoundException(selector!, name)
                : ParameterNotFoundException.Named(text);
        }

        return WireParameter.Of(call, parameter, version, text.StartsWith("arn:", StringComparison.Ordinal) ? parameter.FullName : name, selector, decrypt);
    }

    /// <summary>The version that a selector means; the latest without one.</summary>
    public static ParameterVersion? Select(Parameter parameter, string? selector) =>
        selector is null ? parameter.Latest
        : long.TryParse(selector, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? parameter.Versions.FirstOrDefault(version => version.Version == number)
        : parameter.Versions.FirstOrDefault(version => version.Labels.Contains(selector));
}
