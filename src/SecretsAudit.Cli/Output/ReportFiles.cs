using SecretsAudit.Cli.Options;
using SecretsAudit.Model;

namespace SecretsAudit.Cli.Output;

/// <summary>Writes reports: each file appears whole or not at all.</summary>
internal static class ReportFiles
{
    /// <summary>Makes the folder and tries to write to it, so that an audit of an hour does not end at a read-only folder.</summary>
    /// <exception cref="UsageException">The folder cannot be written to.</exception>
    public static void Prepare(ReportTarget target)
    {
        if (target.Folder is not { } folder)
            return;
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".{Guid.NewGuid():N}");
            File.Create(probe, 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            var reason = File.Exists(folder) ? "It is a file, and reports need a folder." : refused.Message;
            throw new UsageException($"The reports cannot be written to '{target.Name}': {reason} Name another folder with --out.", refused);
        }
    }

    /// <summary>Writes every report.</summary>
    /// <returns>The files' paths as the user would write them; empty for stdout.</returns>
    /// <exception cref="UsageException">A file cannot be written.</exception>
    public static async Task<IReadOnlyList<string>> WriteAsync(AuditResult result, ReportTarget target, Terminal terminal, CancellationToken cancellationToken)
    {
        if (target.Folder is not { } folder)
        {
            await target.Writers[0].WriteAsync(result, terminal.Output, cancellationToken).ConfigureAwait(false);
            await terminal.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
            return [];
        }

        return await Task.WhenAll(target.Writers.Select(writer => Task.Run(async () =>
        {
            var path = Path.Combine(folder, writer.FileName);
            await WholeFile.WriteAsync(path, (file, token) => writer.WriteAsync(result, file, token), isPrivate: false, cancellationToken).ConfigureAwait(false);
            return Path.Combine(target.Name, writer.FileName);
        }, cancellationToken))).ConfigureAwait(false);
    }
}
