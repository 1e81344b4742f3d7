using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>A page of the account's parameters in the region, by name.</summary>
internal static class ParameterPage
{
    /// <exception cref="SsmInvalidNextTokenException">The token is not one of this list's.</exception>
    public static (IReadOnlyList<Parameter> Items, string? NextToken) Take(Call call, Func<Parameter, bool> wanted, string list, string? token, int limit)
    {
        var after = token is null ? null : PageToken.Parse(token, list, "") ?? throw new SsmInvalidNextTokenException();
        var items = call.Services.State.Shelf(RowKind.Parameter, call.Account, call.Region).From(after).Cast<Parameter>().Where(wanted).Take(limit + 1).ToList();
        return items.Count <= limit ? (items, null) : (items[..limit], PageToken.Create(list, "", items[limit - 1].Name));
    }

    /// <summary>A text that tells one list of filters from another, for page tokens.</summary>
    public static string Fingerprint(IReadOnlyList<ParameterFilter?>? filters) =>
        string.Join(';', (filters ?? []).Select(filter => $"{filter!.Key} {filter.Option} {string.Join(',', filter.Values ?? [])}"));
}
