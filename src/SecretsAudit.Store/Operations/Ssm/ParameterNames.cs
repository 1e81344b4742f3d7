using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>What a parameter may be called.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html#sysman-parameter-name-constraints"/>
internal static class ParameterNames
{
    private const string Path =
        "If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_";

    private const int LevelLimit = 15;

    /// <exception cref="ValidationException">AWS takes no parameter of this name.</exception>
    public static void RequireNew(string name)
    {
        if (name.StartsWith("/aws", StringComparison.OrdinalIgnoreCase))
        {
            throw new AccessDeniedException($"No access to reserved parameter name: {name}.");
        }

        if (!name.StartsWith('/') && (name.StartsWith("aws", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ssm", StringComparison.OrdinalIgnoreCase)))
        {
            throw new ValidationException("Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive).");
        }

        if (name.Contains('/', StringComparison.Ordinal) && !name.StartsWith('/'))
        {
            throw new ValidationException("Parameter name must be a fully qualified name.");
        }

        Require(name);

        if (name.Count(c => c == '/') > LevelLimit)
        {
            throw new HierarchyLevelLimitExceededException();
        }
    }

    /// <exception cref="ValidationException">The name is malformed.</exception>
    public static void Require(string name)
    {
        var isSsm = name.StartsWith("/ssm", StringComparison.OrdinalIgnoreCase);
        var isPath = name.Contains('/', StringComparison.Ordinal);
        var segments = (isPath && name.StartsWith('/') ? name[1..] : name).Split('/');
        if (isSsm || (isPath && !name.StartsWith('/')) || Array.Exists(segments, segment => segment.Length == 0 || !segment.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')))
        {
            throw new ValidationException(
                isPath ? $"Parameter name: can't be prefixed with \"ssm\" (case-insensitive). {Path}"
                : $"Invalid parameter name. Please use correct syntax for referencing a version/label <name>:<version/label>.");
        }
    }

    /// <summary>A name or ARN, and what follows its colon: a version or a label.</summary>
    public static (string Name, string? Selector) Split(string text)
    {
        var name = text.StartsWith("arn:", StringComparison.Ordinal) && text.IndexOf(":parameter/", StringComparison.Ordinal) is var at and > 0
            ? text[(at + ":parameter".Length)..]
            : text;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (Unrooted(text, name), null) : (Unrooted(text, name[..colon]), name[(colon + 1)..]);
    }

    public static string ArnOf(Call call, string name) => Parameter.ArnOf(call.Region, call.Account, Parameter.KeyOf(name));

    /// <summary>A parameter that the caller may treat so.</summary>
    /// <exception cref="ParameterNotFoundException">There is none.</exception>
    public static Parameter RequireFor(Call call, string name)
    {
        var found = Authorized(call, name);
        return found ?? throw ParameterNotFoundException.Named(name);
    }

    /// <summary>The same, or null when there is none.</summary>
    public static Parameter? Authorized(Call call, string name) => Authorized(call, call.Account, name);

    /// <summary>The same in any account: another's only as far as its resource policy lets the caller in.</summary>
    public static Parameter? Authorized(Call call, string account, string name)
    {
        var found = (Parameter?)call.State.Find(ScopedRow.IdOf(RowKind.Parameter, account, call.Region, Parameter.KeyOf(name)));
        var arn = found?.Arn ?? Parameter.ArnOf(call.Region, account, Parameter.KeyOf(name));
        call.Authorize(arn, account, found?.Sharing?.Policy, [.. (found?.Tags ?? []).Select(tag => new KeyValuePair<string, string>($"aws:ResourceTag/{tag.Key}", tag.Value))]);
        if (found is not null)
        {
            call.Touch(ParameterValues.ResourceType, found.Arn);
        }

        return found;
    }

    /// <summary>The account that a parameter's ARN names; the caller's for a name. Null for an ARN of another region, where there is nothing to find.</summary>
    public static string? AccountOf(Call call, string text) =>
        text.Split(':') is not ["arn", _, "ssm", var region, { Length: 12 } account, ..] ? call.Account : region == call.Region ? account : null;

    // An ARN of a single-level parameter has one slash more than the name may have.
    private static string Unrooted(string text, string name) => ReferenceEquals(text, name) ? name : Parameter.KeyOf(name);
}
