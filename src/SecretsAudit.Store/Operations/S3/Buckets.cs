using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.S3;

/// <summary>Finding buckets. The store keeps that a bucket is there, for trails to name; it keeps no objects.</summary>
internal static class Buckets
{
    public const string ResourceType = "AWS::S3::Bucket";

    public static string Arn(string name) => $"arn:aws:s3:::{name}";

    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html"/>
    public static bool IsName(string name) =>
        name.Length is >= 3 and <= 63 && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '.')
        && char.IsAsciiLetterOrDigit(name[0]) && char.IsAsciiLetterOrDigit(name[^1]) && !name.Contains("..", StringComparison.Ordinal);

    extension(Call call)
    {
        /// <summary>A bucket of the caller's account.</summary>
        /// <exception cref="NoSuchBucketException">There is none of that name.</exception>
        /// <exception cref="S3AccessDeniedException">The caller may not, or it is another account's.</exception>
        public Bucket RequireBucket(string name, string permission)
        {
            if (!call.Decide(permission, Arn(name), call.Account, null, []).Allowed)
            {
                throw new S3AccessDeniedException();
            }

            var bucket = (Bucket?)call.State.Find(Bucket.IdOf(name)) ?? throw new NoSuchBucketException();
            call.Touch(ResourceType, Arn(name));
            return bucket.Owner == call.Account ? bucket : throw new S3AccessDeniedException();
        }
    }
}
