using System.Collections.Immutable;
using System.Globalization;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Tags of what Config has.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_Tag.html"/>
internal static class ConfigTags
{
    private const int Limit = 50;
    private const string Pattern = @"[\p{L}\p{Z}\p{N}_.:/=+\-@]+";

    extension(Constraints check)
    {
        public Constraints Tags(IReadOnlyList<WireTag?>? tags) => check.Each(tags, "tags", 0, Limit, (tag, place) => check
            .Required(tag.Key, place + ".key").Length(tag.Key, place + ".key", 1, 128).Pattern(tag.Key, place + ".key", IsWritable, Pattern)
            .Required(tag.Value, place + ".value").Length(tag.Value, place + ".value", 0, 256));
    }

    extension(Call call)
    {
        /// <summary>What is tagged under an ARN in the caller's account and region.</summary>
        /// <exception cref="ConfigResourceNotFoundException">Nothing is.</exception>
        public ITaggedRow RequireTagged(string arn)
        {
            call.Authorize(arn, call.Account, null, []);
            foreach (var kind in (ReadOnlySpan<RowKind>)[RowKind.ConfigRule, RowKind.ConfigurationAggregator, RowKind.AggregationAuthorization, RowKind.ConfigurationRecorder])
            {
                if (call.Services.State.Shelf(kind, call.Account, call.Region).Rows.FirstOrDefault(row => ((ITaggedRow)row).Arn == arn) is { } found
                    && call.State.Find(found.Id) is ITaggedRow present)
                {
                    return present;
                }
            }

            throw new ConfigResourceNotFoundException(arn);
        }
    }

    /// <exception cref="ConfigInvalidInputException">A key comes twice.</exception>
    /// <exception cref="ConfigTooManyTagsException">There would be more than 50.</exception>
    public static ImmutableArray<Tag> Merge(ImmutableArray<Tag> present, IReadOnlyList<WireTag?>? added)
    {
        var read = (added ?? []).Select(tag => new Tag(tag!.Key!, tag.Value!)).ToList();
        if (read.DistinctBy(tag => tag.Key, StringComparer.OrdinalIgnoreCase).Count() < read.Count)
        {
            throw new ConfigInvalidInputException("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        }

        var merged = present.RemoveAll(tag => read.Exists(other => other.Key == tag.Key)).AddRange(read);
        return merged.Length > Limit ? throw new ConfigTooManyTagsException() : merged;
    }

    private static bool IsWritable(string key) => key.EnumerateRunes().All(rune => "_.:/=+-@".Contains((char)Math.Min(rune.Value, char.MaxValue))
        || System.Text.Rune.GetUnicodeCategory(rune) is <= UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
