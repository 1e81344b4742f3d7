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
            throw new UsageException($"The reports cannot be written to '{target.Name}': {refused.Message} Name another folder with --out.", refused);
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
            var name = Path.Combine(target.Name, writer.FileName);
            await WriteAsync(result, writer, Path.Combine(folder, writer.FileName), name, cancellationToken).ConfigureAwait(false);
            return name;
        }, cancellationToken))).ConfigureAwait(false);
    }

    private static async Task WriteAsync(AuditResult result, IReportWriter writer, string path, string name, CancellationToken cancellationToken)
    {
        var partial = $"{path}.{Guid.NewGuid():N}.partial";
        try
        {
            await using (var file = File.Create(partial))
                await writer.WriteAsync(result, file, cancellationToken).ConfigureAwait(false);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The report '{name}' cannot be written: {refused.Message}", refused);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
