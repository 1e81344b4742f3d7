using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.SecretsManager;

/// <summary>Adds a version under a client's token: the token is the version's id, so a repeated request finds what it made.</summary>
internal static class NewVersion
{
    extension(Call call)
    {
        /// <exception cref="ResourceExistsException">The token belongs to a version with another value.</exception>
        public Secret WithNewVersion(Secret secret, string token, SecretValue value, IReadOnlyList<string> stages)
        {
            if (secret.Version(token) is { } present)
            {
                return call.Holds(secret, present, value) ? secret
                    : throw new ResourceExistsException(
                        $"You can't use ClientRequestToken {token} because that value is already in use for a version of secret {secret.Arn}.");
            }

            // The first version is always the current one.
            IEnumerable<string> labels = secret.Versions.IsEmpty ? stages.Append(StagingLabels.Current) : stages;
            var added = secret.AddVersion(call.SealVersion(secret, token, value), labels);
            return added with { LastChanged = call.Now };
        }
    }
}
