using System.CommandLine;

namespace SecretsAudit.Cli.Commands;

/// <summary><c>secretsaudit store</c>: the reference store, a local AWS Secrets Manager.</summary>
internal static class StoreCommand
{
    public static Command Create(Terminal terminal) => new("store", "Runs the reference store: a local AWS Secrets Manager for development and tests.")
    {
        StoreServeCommand.Create(terminal),
        StoreSeedCommand.Create(terminal),
        StoreImportCommand.Create(terminal),
        StoreResolveCommand.Create(terminal),
        StoreExecCommand.Create(terminal),
        StoreTrailCommand.Create(terminal),
        StoreStatusCommand.Create(terminal),
        StoreBackupCommand.Create(terminal),
        StoreRestoreCommand.Create(terminal),
        StoreRotateRootKeyCommand.Create(terminal),
    };
}
