using SecretsAudit.Cli;

// The version is asked for by scripts, often: it is answered before anything else is loaded.
if (args is ["--version"])
{
    Console.Out.WriteLine(ToolVersion.Text);
    return (int)ExitCode.Clean;
}

return await Application.RunAsync(args, Terminal.OfProcess()).ConfigureAwait(false);
