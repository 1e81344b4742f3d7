using System.Text;
using SecretsAudit.Cli.Output;
using SecretsAudit.Store.Accounts;

namespace SecretsAudit.Cli.Hosting;

/// <summary>Access keys of a store, as AWS's tools read them: a credentials file with a profile an account.</summary>
/// <seealso href="https://docs.aws.amazon.com/cli/v1/userguide/cli-configure-files.html"/>
internal static class CredentialsFile
{
    /// <summary>Writes the file; only its owner can read it.</summary>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static async Task WriteAsync(string path, IEnumerable<(string Profile, AccessKeyCredentials Key)> profiles, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        foreach (var (profile, key) in profiles)
            text.Append('[').Append(profile).Append("]\naws_access_key_id = ").Append(key.AccessKeyId).Append("\naws_secret_access_key = ").Append(key.SecretAccessKey).Append("\n\n");

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await WholeFile.WriteAsync(path, (file, token) => file.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), token).AsTask(), isPrivate: true, cancellationToken).ConfigureAwait(false);
    }
}
