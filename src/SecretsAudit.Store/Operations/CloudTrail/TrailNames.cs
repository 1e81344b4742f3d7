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

    private static bool HasAdjacentMarks(string name) => name.Zip(name.Skip(1)).Any(pair => !char.IsAsciiLetterOrDigit(pair.First) && !char.IsAsciiLetterOrDigit(pair.Second));

    private static bool LooksLikeAddress(string name) => name.Split('.') is { Length: 4 } parts && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit));
}
