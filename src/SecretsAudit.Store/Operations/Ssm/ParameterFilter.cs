using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>One of a list's filters.</summary>
/// <seealso href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterStringFilter.html"/>
internal sealed record ParameterFilter
{
    private const string Pattern = "tag:.+|Name|Type|KeyId|Path|Label|Tier|DataType";

    private static readonly string[] Keys = ["Name", "Type", "KeyId", "Path", "Label", "Tier", "DataType"];

    public string? Key { get; init; }

    public string? Option { get; init; }

    public IReadOnlyList<string?>? Values { get; init; }

    public bool IsTag => Key!.StartsWith("tag:", StringComparison.Ordinal);

    public static Constraints Check(Constraints check, IReadOnlyList<ParameterFilter?>? filters) => check.Each(filters, "parameterFilters", 0, 100, (filter, place) => check
        .Required(filter.Key, place + ".key").Length(filter.Key, place + ".key", 1, 132)
        .Pattern(filter.Key, place + ".key", key => Keys.Contains(key) || key is ['t', 'a', 'g', ':', _, ..], Pattern)
        .Length(filter.Option, place + ".option", 1, 10)
        .Strings(filter.Values, place + ".values", 1, 50, 1, 1024));

    /// <summary>Checks filters before a list; each key may be there once.</summary>
    public static void Require(IReadOnlyList<ParameterFilter?> filters, IReadOnlyList<string> validKeys, bool tags)
    {
        foreach (var filter in filters)
        {
            if (!(filter!.IsTag ? tags : validKeys.Contains(filter.Key!)))
            {
                throw new InvalidFilterKeyException($"The following filter key is not valid: {filter.Key}. Valid filter keys include: [{string.Join(", ", validKeys.Where(key => key is not ("Label" or "DataType")))}].");
            }

            if (filters.Count(other => other!.Key == filter.Key) > 1)
            {
                throw new InvalidFilterKeyException(
                    $"The following filter is duplicated in the request: {filter.Key}. A request can contain only one occurrence of a specific filter.");
            }

            filter.RequireValues();
        }
    }

    public bool Matches(Parameter parameter)
    {
        var latest = parameter.Latest;
        return Key switch
        {
            "Path" => Values!.Any(path => IsUnder(parameter, path!, Option == "Recursive")),
            "Name" => Any(name => Fits(parameter.FullName, name) || Fits(parameter.Name, Parameter.KeyOf(name))),
            "Type" => Any(type => Fits(latest.Type, type)),
            "KeyId" => latest.KeyId is { } key && Any(id => Fits(key, id)),
            "Tier" => Any(tier => Fits(latest.Tier, tier)),
            "DataType" => Any(type => Fits(latest.DataType, type)),
            "Label" => parameter.Versions.Any(version => version.Labels.Any(label => Any(value => Fits(label, value)))),
            _ => parameter.Tags.Any(tag => tag.Key == Key![4..] && (Values is null || Any(value => Fits(tag.Value, value)))),
        };
    }

    /// <summary>Whether a parameter lies under a path, at any depth or directly.</summary>
    public static bool IsUnder(Parameter parameter, string path, bool recursive)
    {
        var name = parameter.FullName.StartsWith('/') ? parameter.FullName : "/" + parameter.FullName;
        var prefix = path.EndsWith('/') ? path : path + "/";
        return name.StartsWith(prefix, StringComparison.Ordinal) && (recursive || name.IndexOf('/', prefix.Length) < 0);
    }

    private bool Any(Func<string, bool> fits) => Values!.Any(value => fits(value!));

    private bool Fits(string text, string value) => Option switch
    {
        "BeginsWith" => text.StartsWith(value, StringComparison.Ordinal),
        "Contains" => text.Contains(value, StringComparison.Ordinal),
        _ => text == value,
    };

    private void RequireValues()
    {
        if (Values is not { Count: > 0 } && !IsTag)
        {
            throw new InvalidFilterValueException($"The following filter values are missing : null for filter key {Key}");
        }

        string[] options = Key switch { "Path" => ["Recursive", "OneLevel"], "Name" => ["BeginsWith", "Equals", "Contains"], _ => ["BeginsWith", "Equals"] };
        if (Option is not null && !options.Contains(Option))
        {
            throw new InvalidFilterOptionException(
                $"The following filter option is not valid: {Option}. Valid options include: [{(Key == "Name" ? "BeginsWith, Equals" : string.Join(", ", options))}].");
        }

        string[]? values = Key switch { "Tier" => ["Standard", "Advanced", "Intelligent-Tiering"], "Type" => ["String", "StringList", "SecureString"], _ => null };
        foreach (var value in Values ?? [])
        {
            if (values is not null && !values.Contains(value))
            {
                throw new InvalidFilterOptionException($"The following filter value is not valid: {value}. Valid values include: [{string.Join(", ", values)}].");
            }

            if (Key == "Path")
            {
                ParameterPaths.Require(value!);
            }
        }
    }
}
