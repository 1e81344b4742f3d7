using SecretsAudit.Store.State;
using SecretsAudit.Store.Trail;
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

            // The first version with a value is always the current one; what a rotation announced keeps its labels.
            IReadOnlyList<string> labels = secret.Versions.Any(static version => !version.IsEmpty) ? stages : [.. stages, StagingLabels.Current];
            var sealedVersion = call.SealVersion(secret, token, value);
            var before = announced is null ? secret : secret with { Versions = secret.Versions.Remove(announced) };
            var after = before.AddVersion(sealedVersion, announced is null ? labels : labels.Concat(announced.Stages), changed: call.Now);
            if (after.Versions.Length <= before.Versions.Length)
            {
                call.Follow(SecretServiceEvent.VersionDeletion, after);
            }

            return after;
        }
    }
}
