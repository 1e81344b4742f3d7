using System.Globalization;
using Amazon.SecretsManager.Model;
using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>The facts that one entry of ListSecrets carries.</summary>
/// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_SecretListEntry.html"/>
internal static class ListedSecret
{
    public static Secret Of(SecretListEntry entry, Scope scope, FactOrigin origin) => new()
    {
        Arn = entry.ARN!,
        Name = entry.Name!,
        Scope = scope,
        Description = Text(entry.Description, origin),
        KmsKeyId = Text(entry.KmsKeyId, origin),
        CreatedAt = Fact.FromMember(Utc(entry.CreatedDate), origin),
        LastChanged = Fact.FromMember(Utc(entry.LastChangedDate), origin),
        LastAccessed = Fact.FromMember(Utc(entry.LastAccessedDate), origin),
        LastRotated = Fact.FromMember(Utc(entry.LastRotatedDate), origin),
        DeletedAt = Fact.FromMember(Utc(entry.DeletedDate), origin),
        Rotation = RotationOf(entry, origin),
        Tags = Fact<IReadOnlyDictionary<string, string>>.Known(TagsOf(entry), origin),
        Versions = Fact.Known(VersionsOf(entry, origin), origin),
        PrimaryRegion = Text(entry.PrimaryRegion, origin),
        OwningService = Text(entry.OwningService, origin),
    };

    public static DateTimeOffset? Utc(DateTime? time) => time is { } value ? new DateTimeOffset(value.ToUniversalTime()) : null;

    private static Rotation RotationOf(SecretListEntry entry, FactOrigin origin)
    {
        var rules = entry.RotationRules;
        var expression = Text(rules?.ScheduleExpression, origin);
        return new Rotation
        {
            // AWS leaves the member out for a secret that never had rotation.
            Enabled = Fact.Known(entry.RotationEnabled ?? false, origin),
            FunctionArn = Text(entry.RotationLambdaARN, origin),
            // Beside an expression AWS reports the days it works out to, which are no setting.
            AutomaticallyAfterDays = expression.IsKnown
                ? Fact<int>.Absent(origin)
                : Fact.FromMember(rules?.AutomaticallyAfterDays is { } days and > 0 and <= int.MaxValue ? (int?)days : null, origin),
            ScheduleExpression = expression,
            WindowDuration = Window(rules?.Duration, origin),
            Next = Fact.FromMember(Utc(entry.NextRotationDate), origin),
        };
    }

    private static Fact<TimeSpan> Window(string? duration, FactOrigin origin) => duration switch
    {
        null or "" => Fact<TimeSpan>.Absent(origin),
        [.. var hours, 'h'] when int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 24 =>
            Fact.Known(TimeSpan.FromHours(count), origin),
        _ => Fact<TimeSpan>.Unknown(origin.Failed("the rotation window is not a number of hours")),
    };

    private static Dictionary<string, string> TagsOf(SecretListEntry entry)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in entry.Tags ?? [])
            tags[tag.Key ?? ""] = tag.Value ?? "";
        return tags;
    }

    private static IReadOnlyList<SecretVersion> VersionsOf(SecretListEntry entry, FactOrigin origin) =>
    [
        .. (entry.SecretVersionsToStages ?? []).OrderBy(version => version.Key, StringComparer.Ordinal).Select(version => new SecretVersion(
            version.Key, version.Value, Fact<DateTimeOffset>.Unknown(origin.Failed("ListSecrets does not say when a version was created")))),
    ];

    private static Fact<string> Text(string? text, FactOrigin origin) => Fact.FromMember(string.IsNullOrEmpty(text) ? null : text, origin);
}
