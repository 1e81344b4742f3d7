using System.Collections.Immutable;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Ssm;

/// <summary>Tags of parameters.</summary>
internal static class SsmTag
{
    private const int Limit = 50;

    /// <exception cref="TooManyTagsError">There would be more than 50.</exception>
    public static ImmutableArray<Tag> Merge(ImmutableArray<Tag> present, IReadOnlyList<WireTag?>? added)
    {
        var read = (added ?? []).Select(tag => new Tag(tag!.Key ?? "", tag.Value ?? "")).ToList();
        if (read.Exists(tag => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)))
        {
            throw new ValidationException("Tag keys can't start with aws:, which is reserved for AWS use.");
        }

        var merged = present.RemoveAll(tag => read.Exists(other => other.Key == tag.Key)).AddRange(read.DistinctBy(tag => tag.Key));
        return merged.Length > Limit ? throw new TooManyTagsError() : merged;
    }

    /// <summary>The parameter that a tagging request names.</summary>
    /// <exception cref="InvalidResourceTypeException">It is about something else than a parameter.</exception>
    /// <exception cref="InvalidResourceIdException">There is no such parameter.</exception>
    public static Parameter Require(Call call, string type, string id)
    {
        if (type != "Parameter")
        {
            throw new InvalidResourceTypeException();
        }

        return ParameterNames.Authorized(call, id) ?? throw new InvalidResourceIdException();
    }
}
