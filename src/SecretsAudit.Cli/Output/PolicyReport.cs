using System.Text;
using SecretsAudit.Cli.Policies;

namespace SecretsAudit.Cli.Output;

/// <summary>Writes what <c>policy check</c> found, in the format asked for.</summary>
internal static class PolicyReport
{
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static async Task WriteAsync(IReadOnlyList<CheckedPolicy> policies, PolicySettings settings, Terminal terminal, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        switch (settings.Format)
        {
            case "json":
                PolicyJson.Write(policies, buffer);
                break;
            case "sarif":
                PolicySarif.Write(policies, terminal.Folder, buffer);
                break;
            default:
                buffer.Write(Encoding.UTF8.GetBytes(PolicyText.Of(policies)));
                break;
        }

        buffer.Position = 0;
        if (settings.Output is not { } name)
        {
            await buffer.CopyToAsync(terminal.Output, cancellationToken).ConfigureAwait(false);
            return;
        }

        await WholeFile.WriteAsync(terminal.FullPath(name), (file, token) => buffer.CopyToAsync(file, token), isPrivate: false, cancellationToken).ConfigureAwait(false);
    }
}
