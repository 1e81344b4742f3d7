using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>What a trail may be called.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-trail-naming-requirements.html"/>
internal static class TrailNames
{
    /// <exception cref="InvalidTrailNameException">It is no trail's name.</exception>
    public static void Check(string name)
    {
        var complaint =
            name.Length < 3 ? $"Trail name too short. Minimum allowed length: 3 characters. Specified name length: {name.Length} characters."
            : name.Length > 128 ? $"Trail name too long. Maximum allowed length: 128 characters. Specified name length: {name.Length} characters."
            : !char.IsAsciiLetterOrDigit(name[0]) ? "Trail name must starts with a letter or number."
            : !char.IsAsciiLetterOrDigit(name[^1]) ? "Trail name must ends with a letter or number."
            : name.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '-' or '_'))
                ? "Trail name or ARN can only contain uppercase letters, lowercase letters, numbers, periods (.), hyphens (-), and underscores (_)."
            : HasAdjacentMarks(name) ? "Trail name must not have adjacent periods, underscores or dashes."
            : LooksLikeAddress(name) ? "Trail name must not be in IP address format."
            : null;
        if (complaint is not null)
        {
            throw new InvalidTrailNameException(complaint);
        }
    }

    /// <summary>The topic that a request names, by its name or its ARN; null for none, which the empty text means, too.</summary>
    /// <exception cref="InvalidSnsTopicNameException">It is no topic's name.</exception>
    /// <seealso href="https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html"/>
    public static string? Topic(string? given)
    {
        if (string.IsNullOrEmpty(given))
        {
            return null;
        }

        var name = given.Split(':') is ["arn", _, "sns", var region, { Length: 12 }, var last] && region.Length > 0 ? last : given;
        return name.Length is > 0 and <= 256 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            ? given : throw new InvalidSnsTopicNameException(given);
    }

    /// <exception cref="InvalidS3PrefixException">The prefix would lead out of the bucket.</exception>
    public static void CheckPrefix(string? prefix)
    {
        if (prefix is not null && (prefix.Split('/', '\\').Any(step => step is "." or "..") || prefix.StartsWith('/') || prefix.Any(char.IsControl) || prefix.Contains(':', StringComparison.Ordinal)))
        {
            throw new InvalidS3PrefixException();
        }
    }

    private static bool HasAdjacentMarks(string name) => name.Zip(name.Skip(1)).Any(pair => !char.IsAsciiLetterOrDigit(pair.First) && !char.IsAsciiLetterOrDigit(pair.Second));

    private static bool LooksLikeAddress(string name) => name.Split('.') is { Length: 4 } parts && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit));
}
