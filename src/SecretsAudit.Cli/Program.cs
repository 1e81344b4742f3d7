using SecretsAudit.Cli;

var terminal = Terminal.OfProcess();
if (args is not ["--version"])
    return await Application.RunAsync(args, terminal).ConfigureAwait(false);

// The version is asked for by scripts, often: it is answered before anything else is loaded.
try
{
    Console.Out.WriteLine(ToolVersion.Text);
    return (int)ExitCode.Clean;
}
catch (IOException full)
{
    terminal.Error.WriteLine($"error: {full.Message}");
    return (int)ExitCode.Usage;
}
