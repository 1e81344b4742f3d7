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
            // A rotation has announced the version, and its function now gives the value.
            var announced = secret.Version(token);
            if (announced is { IsEmpty: false })
            {
                return call.Holds(secret, announced, value) ? secret : throw ResourceExistsException.Token(token, secret.Arn);
            }

            // The first version with a value is always the current one.
            IEnumerable<string> labels = secret.Versions.Any(version => !version.IsEmpty) ? stages : stages.Append(StagingLabels.Current);
            var added = (announced is null ? secret : secret with { Versions = secret.Versions.Remove(announced) })
                .AddVersion(call.SealVersion(secret, token, value), labels.Concat(announced?.Stages ?? []));
            return added with { LastChanged = call.Now };
        }
    }
}
