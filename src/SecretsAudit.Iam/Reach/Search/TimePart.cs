using System.Globalization;
using SecretsAudit.Iam.Conditions;

namespace SecretsAudit.Iam.Reach.Search;

/// <summary>When a request is sent: one moment, which two keys show.</summary>
internal static class TimePart
{
    private const string Moment = "aws:CurrentTime";
    private const string Epoch = "aws:EpochTime";

    public static RequestPart Build(SearchScene scene)
    {
        var terms = scene.Terms.Of([Moment, Epoch]).ToList();
        if (terms.Count == 0)
            return RequestPart.Of("time", [ChoiceOf(scene, null)], true);

        var atoms = new ValueAtoms(terms, scene);
        var from = scene.Options.AsOf;
        var instants = Around([.. atoms.Instants, .. atoms.Numbers.Select(number => ContextParse.Instant(decimal.Truncate(number).ToString("00000", CultureInfo.InvariantCulture))).OfType<DateTimeOffset>()])
            .Where(instant => from is null || instant >= from);
        if (from is { } start)
            instants = instants.Prepend(start);
        var isComplete = atoms.Literals.Count + atoms.Patterns.Count == 0;
        return RequestPart.Of("time", instants.Append(from ?? DateTimeOffset.UnixEpoch.AddYears(60)).Select(instant => ChoiceOf(scene, instant)), isComplete);
    }

    /// <summary>Each instant with one just before and one just after.</summary>
    public static IEnumerable<DateTimeOffset> Around(IEnumerable<DateTimeOffset> instants)
    {
        var second = TimeSpan.FromSeconds(1);
        foreach (var instant in instants.Distinct().Order())
        {
            if (instant > DateTimeOffset.MinValue + second)
                yield return instant - second;
            yield return instant;
            if (instant < DateTimeOffset.MaxValue - second)
                yield return instant + second;
        }
    }

    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static Choice ChoiceOf(SearchScene scene, DateTimeOffset? instant)
    {
        string[]? moment = instant is { } time ? [Text(time)] : null;
        string[]? epoch = instant is { } at ? [at.ToUnixTimeSeconds().ToString("00000", CultureInfo.InvariantCulture)] : null;
        return new Choice
        {
            Holds = scene.Holding([Moment, Epoch], key => key.Equals(Moment, StringComparison.OrdinalIgnoreCase) ? moment : epoch, scene.Blank),
            Keys = [KeyValuePair.Create(Moment, moment), KeyValuePair.Create(Epoch, epoch)],
        };
    }
}
