using System.Diagnostics;
using System.Reflection;

namespace SecretsAudit.EndToEnd.Tests;

/// <summary>The built command, run as a user runs it: in a process and a folder of its own.</summary>
internal sealed class Tool : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    /// <summary>The folder with the built command and what is shipped beside it.</summary>
    public static string Shipped { get; } = Path.Combine(RepositoryRoot, "src", "SecretsAudit.Cli", "bin", Metadata("Configuration"), "net10.0");

    /// <summary>The folder that commands run in.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("secretsaudit-e2e-").FullName;

    public Dictionary<string, string> Environment { get; } = new() { ["AWS_EC2_METADATA_DISABLED"] = "true", ["NO_COLOR"] = "1" };

    public string InFolder(string name) => Path.Combine(Folder, name);

    public string Read(string name) => File.ReadAllText(InFolder(name));

    /// <summary>Runs the command to its end.</summary>
    public Task<Ended> RunAsync(params IReadOnlyList<string> args) => RunProgramAsync("dotnet", ["exec", Path.Combine(Shipped, "secretsaudit.dll"), .. args]);

    /// <summary>Runs any program to its end.</summary>
    public async Task<Ended> RunProgramAsync(string program, IReadOnlyList<string> args)
    {
        using var process = Start(program, args);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', args)} did not end in {Patience}: {await error}");
        }

        return new(process.ExitCode, await output, await error);
    }

    /// <summary>Starts the command and leaves it running.</summary>
    public Process Start(params IReadOnlyList<string> args) => Start("dotnet", ["exec", Path.Combine(Shipped, "secretsaudit.dll"), .. args]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private Process Start(string program, IReadOnlyList<string> args)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = Folder };
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
    }

    private static string Metadata(string key) =>
        typeof(Tool).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;

    /// <summary>A process that has ended.</summary>
    internal sealed record Ended(int ExitCode, string Output, string Error);
}
