using System.CommandLine;
using SecretsAudit.Cli.Hosting;
using SecretsAudit.Cli.Options;
using SecretsAudit.Store;
using SecretsAudit.Store.Estate;

namespace SecretsAudit.Cli.Commands;

/// <summary><c>secretsaudit store seed</c>: fills a new store.</summary>
internal static class StoreSeedCommand
{
    public static Command Create(Terminal terminal)
    {
        var what = new Argument<string>("what") { Description = "'demo': the sample estate, three accounts in three regions with three years of history." };
        what.AcceptOnlyFromAmong("demo");
        var credentials = new Option<string>("--credentials") { Description = "Where to write the auditors' access keys, a profile an account. Default: credentials in the store's folder.", HelpName = "FILE" };
        var command = new Command("seed", "Fills a new store with the sample estate.").WithExamples(
            ("secretsaudit store seed demo", "then: secretsaudit store serve"));
        var ifNew = new Option<bool>("--if-new") { Description = "Do nothing when the folder holds a store already, instead of refusing." };
        command.Arguments.Add(what);
        command.Options.Add(ifNew);
        command.Options.Add(credentials);
        StoreFolderOptions.AddTo(command);
        command.SetAction(async (parse, cancellationToken) =>
            (int)await RunAsync(parse, parse.GetValue(credentials), parse.GetValue(ifNew), terminal, cancellationToken).ConfigureAwait(false));
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parse, string? credentials, bool ifNew, Terminal terminal, CancellationToken cancellationToken)
    {
        var talk = Talk.Of(parse, terminal);
        var folder = StoreFolderOptions.ReadFolder(parse, terminal);
        if (File.Exists(folder))
            throw new UsageException($"{folder} is a file. Name a folder with --data.");
        var isTaken = Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any();
        if (isTaken && ifNew && StoreFolderOptions.IsStore(folder))
        {
            talk.Say($"{folder} holds a store already.");
            return ExitCode.Clean;
        }

        if (isTaken)
            throw new UsageException($"{folder} holds something already. The sample estate needs a new store: name another folder with --data.");

        talk.Say("Building the sample estate: three years of history …");
        var file = credentials is null ? Path.Combine(folder, "credentials") : terminal.FullPath(credentials);
        SampleEstate estate;
        try
        {
            estate = await FillAsync(parse, folder, file, terminal, cancellationToken).ConfigureAwait(false);
        }
        catch when (Directory.Exists(folder))
        {
            // The folder was empty: all that is in it is half an estate, which --if-new would take for a whole one.
            foreach (var left in new DirectoryInfo(folder).EnumerateDirectories())
                left.Delete(recursive: true);
            foreach (var left in new DirectoryInfo(folder).EnumerateFiles())
                left.Delete();
            throw;
        }

        var profiles = string.Join(',', estate.Accounts.Select(account => account.Name));
        talk.Say($"The store is in {folder}. Serve it, then audit it:");
        talk.Say($"  secretsaudit store serve --data {folder}");
        talk.Say($"  AWS_SHARED_CREDENTIALS_FILE={file} secretsaudit audit --endpoint-url http://127.0.0.1:4599 --profile {profiles} --regions {string.Join(',', SampleEstate.Regions)}");
        return ExitCode.Clean;
    }

    private static async Task<SampleEstate> FillAsync(ParseResult parse, string folder, string credentials, Terminal terminal, CancellationToken cancellationToken)
    {
        var options = SampleEstate.Options with { DataDirectory = folder, RootKey = StoreFolderOptions.ReadRootKey(parse, terminal) };
        var store = await ReferenceStore.OpenAsync(options, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using var held = store.ConfigureAwait(false);
        var estate = await SampleEstate.BuildAsync(store, cancellationToken: cancellationToken).ConfigureAwait(false);
        await CredentialsFile.WriteAsync(credentials, estate.Accounts.Select(account => (account.Name, account.Auditor)), cancellationToken).ConfigureAwait(false);
        return estate;
    }
}
