using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Rules on members that several operations share.</summary>
internal static class RequestRules
{
    public const string TokenWanted = "You must provide a ClientRequestToken value. We recommend a UUID-type value.";

    private const int TagLimit = 50;

    extension(Constraints check)
    {
        /// <summary>A name or an ARN; what is no ARN must be a name that a secret can have.</summary>
        public Constraints SecretId(string? secretId) =>
            check.Required(secretId, "secretId").Length(secretId, "secretId", 1, 2048).Then(secretId, SecretNames.CheckNameOrArn);

        public Constraints Token(string? token) => check.Length(token, "clientRequestToken", 32, 64);

        public Constraints Value(string? text, byte[]? binary) => check
            .Length(text, "secretString", 1, 65536, sensitive: true)
            .Bytes(binary, "secretBinary", 1, 65536);

        public Constraints Tags(IReadOnlyList<WireTag?>? tags) => check.Each(tags, "tags", 0, int.MaxValue, (tag, place) => check
            .Length(tag.Key, place + ".key", 1, 128)
            .Length(tag.Value, place + ".value", 0, 256));

        public Constraints Regions(IReadOnlyList<ReplicaRegion?>? regions) => check.Each(regions, "addReplicaRegions", 1, 100, (region, place) => check
            .Length(region.KmsKeyId, place + ".kmsKeyId", 0, 2048)
            .Pattern(region.Region, place + ".region", IsRegion, @"^([a-z]+-)+\d+$"));
    }

    /// <exception cref="InvalidRequestException">There is no token: AWS's SDKs always send one.</exception>
    public static string RequireToken(string? token) =>
        token ?? throw new InvalidRequestException(TokenWanted);

    /// <exception cref="InvalidParameterException">Both kinds of value are given.</exception>
    public static SecretValue OneValue(string? text, byte[]? binary) => text is not null && binary is not null
        ? throw new InvalidParameterException("You can't specify both a binary secret value and a string secret value in the same secret.")
        : new(text, binary);

    /// <summary>Adds tags to a secret's; a key that is there takes the new value.</summary>
    /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_TagResource.html"/>
    public static Secret WithTags(this Secret secret, IReadOnlyList<WireTag?>? tags)
    {
        if (tags is null)
        {
            return secret;
        }

        var merged = secret.Tags.ToBuilder();
        foreach (var tag in tags)
        {
            if (tag?.Key is not { } key || tag.Value is not { } value)
            {
                throw new InvalidParameterException("A tag needs a key and a value.");
            }

            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidRequestException("Tag keys that start with aws: are reserved for AWS use.");
            }

            merged.RemoveAll(known => known.Key == key);
            merged.Add(new(key, value));
        }

        return merged.Count > TagLimit
            ? throw new InvalidParameterException($"You can add up to {TagLimit} tags to a secret.")
            : secret with { Tags = merged.ToImmutable(), WasTagged = secret.WasTagged || merged.Count > 0 };
    }

    public static bool IsRegion(string text)
    {
        // Parts of lower-case letters, each followed by a hyphen, and digits at the end: ([a-z]+-)+[0-9]+
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '-')
            {
                if (i == start)
                {
                    return false;
                }

                start = i + 1;
            }
            else if (!char.IsAsciiLetterLower(text[i]))
            {
                return start > 0 && i == start && text.AsSpan(start).IndexOfAnyExceptInRange('0', '9') < 0;
            }
        }

        return false;
    }
}
